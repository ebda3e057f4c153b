"""3.1.2 Personal data (Bescherming persoonsgegevens)"""
