"""What building the archive costs, as it was and as it is: corpora of any size made by seed, processes measured."""
