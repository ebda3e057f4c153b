"""6.1.5 Formal closing, and the last resort (Afronding en afsluiting)"""
