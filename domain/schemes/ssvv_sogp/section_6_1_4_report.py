"""6.1.4 Report (Rapportage)"""
