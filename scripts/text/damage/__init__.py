"""Damaged texts: what a broken copy prints, and the readings that it may come from."""
