"""3.1.3 Irregularities (Onregelmatigheden)"""
