"""28. Withdrawal"""
