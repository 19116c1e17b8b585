"""References as citeproc-js makes them, to compare ours with: `python -m tests.citing FOLDER` writes references.json anew."""
