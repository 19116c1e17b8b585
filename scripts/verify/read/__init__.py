"""Manuscripts as authors keep them → their paragraphs, with the addresses that they link to."""
