"""22-23. Minimum hours and their spread over areas"""
