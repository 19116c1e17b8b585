"""Every field of every file of the corpus spoilt in every way: nothing breaks, and what is accepted stands in the site."""
