"""Reading: from the bytes and the editor's files of `corpus/` to policies and places."""
