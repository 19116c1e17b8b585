"""A policy → Akoma Ntoso 3.0: in Chinese, in English, and in both side by side."""
