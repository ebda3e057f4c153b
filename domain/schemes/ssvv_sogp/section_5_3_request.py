"""5.3 Withdrawal at the request of the centre (Intrekken van erkenning)"""
