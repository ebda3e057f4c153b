"""6.1.5 Reaction and follow-up (Afronding en afsluiting)"""
