"""What the archive is, as values: policies, glossary, findings, and the tables of their kinds; no I/O, no Markdown."""
