"""16. Recertification: too late, and the lock-out"""
