"""Web applications as functions (PEP 3333)."""
