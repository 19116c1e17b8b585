"""Checking: small generators, each a rule that its docstring states, over policies, published anchors and the site."""
