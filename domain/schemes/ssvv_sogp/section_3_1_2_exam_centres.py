"""3.1.2 Recognised exam centres (erkende examencentra)"""
