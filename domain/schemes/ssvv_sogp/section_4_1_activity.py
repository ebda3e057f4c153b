"""4.1 Minimum activity (Minimaal activiteitenniveau per SOG-P kwalificatie)"""
