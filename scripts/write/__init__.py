"""Writing: from the archive, and a language, to pages and data. Writers never change the archive nor read files."""
