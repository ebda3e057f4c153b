"""21. Period in which education takes place"""
