"""3.1 Participants (Verantwoordelijkheden)"""
