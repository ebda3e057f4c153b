"""4.2 Trainers (Eisen aan trainers/docenten)"""
