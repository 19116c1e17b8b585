"""The commands, as functions, one module each; each returns what it did and the problems that it met."""
