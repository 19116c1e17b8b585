"""Files as offices publish them → the text in them: DOCX, PDF, saved pages, OFD, and what an office program opens."""
