"""14. Substantive assessment and decision"""
