"""Every published table, a module each: its columns, and the things that its rows are made from."""
