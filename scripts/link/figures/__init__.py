"""The figures of a text: found by rules, corrected by editors, given their English."""
