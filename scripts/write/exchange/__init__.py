"""A policy's English → files for translators' tools."""
