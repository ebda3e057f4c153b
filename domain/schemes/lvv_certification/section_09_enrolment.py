"""8-9. Code of conduct, enrolment"""
