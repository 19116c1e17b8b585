"""The last writer: `docs/` → `site/`, by MkDocs or its fork."""
