"""Annex 4. Statement of an extra activity"""
