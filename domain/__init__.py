"""The law and the record, and nothing else.

Read in this order: law.py, days.py, one article under schemes/, its test, decide.py.
"""
