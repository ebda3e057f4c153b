"""3.3 Use and misuse of the logo (SSVV - SOG-P logo gebruik)"""
