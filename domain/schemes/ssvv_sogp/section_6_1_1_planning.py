"""6.1.1 Planning of audits (Planning)"""
