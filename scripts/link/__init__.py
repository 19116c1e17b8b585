"""Linking: what the texts name (terms, bodies, documents, figures) → mentions and targets that point into the text."""
