"""5.3 Signals before a withdrawal (Intrekken van erkenning)"""
