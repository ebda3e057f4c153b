"""19. Minimum level of courses"""
