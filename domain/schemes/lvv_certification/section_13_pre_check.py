"""12-13. Assessment in two phases; pre-check"""
