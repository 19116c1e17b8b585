"""Faults seeded in the site and in the corpus, each as a person or a broken program would make it, to examine the checks."""
