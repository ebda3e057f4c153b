"""3.1.1 Confidentiality and access to exams (Geheimhouding)"""
