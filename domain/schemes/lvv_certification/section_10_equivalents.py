"""10. Equivalent certificates"""
