"""Every word that readers see around the texts, in both languages."""
