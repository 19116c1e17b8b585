"""The built site: whether it is what the corpus says, and whether it keeps the laws of every page."""
