"""11. Filling the assessment file"""
