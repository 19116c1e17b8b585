"""A PDF → the text in it, read from where its characters stand and from the lines that are drawn."""
