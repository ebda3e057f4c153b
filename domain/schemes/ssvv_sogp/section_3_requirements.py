"""3 General and organisational requirements (Algemene/organisatorische eisen)"""
