"""`python -m scripts.site`: build the site, and say what was done."""

import sys

from scripts.site.build import main

if __name__ == "__main__":
    sys.exit(main())
