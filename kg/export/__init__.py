"""The graph in the formats of others: one module a format, `formats.py` is their registry."""
