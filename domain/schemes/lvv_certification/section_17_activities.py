"""17. Continuing education: activities handed in"""
