"""30. Maintenance of the framework"""
