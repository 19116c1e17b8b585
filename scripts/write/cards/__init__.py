"""Pictures that messengers show of a page when its address is passed on."""
