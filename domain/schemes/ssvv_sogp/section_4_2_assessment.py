"""4.2 Which trainers may teach what (Eisen aan trainers/docenten)"""
