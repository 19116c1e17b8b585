"""The clean text → named lines → the tree of sections; and what the head says of the document."""
