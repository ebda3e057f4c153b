"""25. Objection"""
