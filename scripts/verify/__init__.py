"""Manuscripts → what they cite of the archive, and whether it stands there: read → find → match → report."""
