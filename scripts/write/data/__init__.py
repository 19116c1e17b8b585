"""The data that the archive publishes."""
