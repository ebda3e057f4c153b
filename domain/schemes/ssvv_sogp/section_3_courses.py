"""3, 4 Courses (SOG-P opleidingsactiviteiten)"""
