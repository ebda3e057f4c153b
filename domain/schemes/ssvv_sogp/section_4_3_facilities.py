"""4.3 Facilities and material (Eisen aan faciliteiten en lesmateriaal)"""
