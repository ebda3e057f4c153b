"""Histories from elsewhere come in, and what is on record goes out: event logs and archives."""
