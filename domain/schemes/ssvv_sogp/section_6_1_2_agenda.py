"""6.1.2 Preparation of audits (Voorbereidingen)"""
