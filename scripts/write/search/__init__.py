"""What the search in the browser, or a search server, loads."""
