"""`make bench-search`: our search beside its peers, on the same texts, queries and browser."""
