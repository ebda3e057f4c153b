"""5.2.1 Application (Aanvraag erkenning)"""
