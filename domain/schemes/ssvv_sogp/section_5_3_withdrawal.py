"""5.3 Withdrawal (Intrekken van erkenning)"""
