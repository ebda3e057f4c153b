"""3.1.1 Integrity (Integriteit)"""
