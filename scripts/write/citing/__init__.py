"""How a policy, and every place in it, is cited."""
