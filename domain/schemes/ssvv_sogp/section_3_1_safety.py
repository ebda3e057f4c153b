"""3.1 Safety (Verantwoordelijkheden)"""
