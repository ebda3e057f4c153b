"""20. Minimum level of intervision"""
