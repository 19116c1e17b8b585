"""What is known of characters, numerals and strings, whatever text they stand in."""
