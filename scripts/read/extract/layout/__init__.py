"""What stands where on printed pages → paragraphs and tables, whatever kind of file the pages are from."""
