"""5.2.5 First recognition (Aanvraag 1e erkenning)"""
