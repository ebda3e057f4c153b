"""5.2.3 Audit of an application (Audit)"""
