"""3.1 Learning concerns (Verantwoordelijkheden)"""
