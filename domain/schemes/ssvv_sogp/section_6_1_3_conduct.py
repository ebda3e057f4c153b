"""6.1.3 Conduct of audits (Uitvoering)"""
