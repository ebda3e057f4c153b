"""15. Validity"""
