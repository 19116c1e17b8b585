"""The files of `corpus/` → policies, editors' rows and the glossary, with a problem for whatever is wrong."""
