"""Web pages as browsers save them → the document in them, and what stands around it."""
