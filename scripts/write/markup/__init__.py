"""Markdown and HTML: the only modules that know how they are written."""
