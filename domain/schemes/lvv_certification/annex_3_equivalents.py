"""Annex 3. Equivalent certificates"""
