"""Writing: from the archive, and a language, to pages and data. Writers never change the archive and never read files."""
