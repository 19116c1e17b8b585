"""Bytes → the clean text of a document, and every change that led to it."""
