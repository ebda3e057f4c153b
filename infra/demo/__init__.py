"""The demonstration: a told year of cases, on a real record, under every scheme with stories."""
