"""6 Two kinds of oversight, signals and co-operation (Kwaliteitsborging)"""
