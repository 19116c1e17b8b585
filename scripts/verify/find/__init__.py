"""Paragraphs → what they cite of the archive: each address with the words that are quoted from it."""
