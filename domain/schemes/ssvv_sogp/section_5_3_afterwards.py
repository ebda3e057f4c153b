"""3.1.1, 5.3 After a withdrawal (Integriteit)"""
