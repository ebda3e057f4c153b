"""5-7. Scope, function and competences"""
