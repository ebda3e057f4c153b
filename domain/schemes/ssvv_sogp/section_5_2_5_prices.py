"""5.2.5 Price list (tarievenlijst)"""
