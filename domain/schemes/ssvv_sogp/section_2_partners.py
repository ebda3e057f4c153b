"""2, 2.1 Partners, diplomas and norms (Inleiding, Preambule)"""
