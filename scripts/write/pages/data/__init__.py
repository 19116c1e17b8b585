"""The data page: downloads, the first rows of each table, the dictionary, examples."""
