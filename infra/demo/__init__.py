"""The demonstration: told years of cases, on a real record, under every scheme with stories."""
