"""The only modules that touch the disk: the generated folders, what is kept between builds, one writer at a time."""
