"""26. Appeal"""
