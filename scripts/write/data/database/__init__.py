"""All tables as one SQLite database: its schema, its pairs of characters, its views."""
