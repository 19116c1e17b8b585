"""What reading makes of a folder of texts that nobody described: the figures to watch while rules are written."""
