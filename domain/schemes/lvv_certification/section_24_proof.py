"""24. Proof"""
