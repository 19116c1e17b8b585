"""A text that nobody described yet → the place that issued it."""
