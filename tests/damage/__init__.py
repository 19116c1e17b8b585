"""Damage put into sound texts by seed, and what is proposed there."""
