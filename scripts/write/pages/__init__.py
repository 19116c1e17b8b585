"""The pages of the site as Markdown, a module for each kind of page."""
