"""4.4 Lesson plans (Eisen aan lesplannen)"""
