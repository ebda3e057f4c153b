"""26. Appeal: the opinion of the board"""
