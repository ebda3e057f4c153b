"""16. Recertification"""
