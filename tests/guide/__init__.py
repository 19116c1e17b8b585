"""The guide “Add a policy”, done: its example file, its edits and its commands."""
