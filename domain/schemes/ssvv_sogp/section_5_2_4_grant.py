"""5.2.4 Recognition (Erkenning tot SOG-P opleidingscentrum)"""
