"""The views in PostgreSQL: one runner writes them, everybody reads them."""
