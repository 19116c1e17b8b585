"""What a policy has as pages: its text with its marks, both languages side by side, its edits."""
