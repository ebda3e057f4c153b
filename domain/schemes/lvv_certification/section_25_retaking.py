"""25-26. Taking a decision again"""
