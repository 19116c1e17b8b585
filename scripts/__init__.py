"""Turns the raw policy texts in `corpus/` into the pages and data in `docs/`, and checks the result."""
