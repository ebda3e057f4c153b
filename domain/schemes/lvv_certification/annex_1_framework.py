"""Annex 1. Framework"""
