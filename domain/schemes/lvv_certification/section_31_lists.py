"""31-32. Maintenance of the lists"""
