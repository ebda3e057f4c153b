"""6.1.3 Findings and their classes (Uitvoering)"""
