"""18. Counting hours"""
