"""Drafts of the editors' files."""
