"""Whether the English says what the Chinese says."""
