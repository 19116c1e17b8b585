"""An OFD (GB/T 33190—2016), the official electronic form of a document → its paragraphs and tables."""
