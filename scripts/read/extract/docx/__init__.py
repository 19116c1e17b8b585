"""A DOCX file, as Word, WPS and LibreOffice write it → its paragraphs and tables."""
