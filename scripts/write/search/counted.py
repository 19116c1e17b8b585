"""The places of one frequent character → in which sections it stands, how often, and where first, as one text.

A reader who types a string begins with one character. In a large archive that stands in half of all sections, as the
beginning of hundreds of pairs; so that they need not all be brought and put together, it is told of each frequent
character, beside its pairs, what a query for it alone needs:

- in which sections it stands, as a posting list of their numbers;
- how many places each of them has, less one;
- the first unit of each in which it stands, by its number in the section;
- the addresses of its places in what English quotes, as a posting list. These are few.
"""

import numpy as np

from scripts.write.search.grid import Addresses, Laid
from scripts.write.search.posting_lists import Numbers, write_codes, write_list

FREQUENT = 1 << 18
"""So many places has a character that is counted, at the least."""
MARK = "#"
"""Stands behind a character in the key of what is counted; no text has it when it is folded."""


def counted_list(places: Numbers, quoted: Addresses, laid: Laid) -> str:
    """Return a character's text, from its places in the Chinese stream, rising, and its addresses in what is quoted."""
    units = laid.units_zh(places)
    sections = laid.sections[units]
    heads = np.flatnonzero(np.diff(sections, prepend=-1))
    held = sections[heads]
    times = np.diff(np.append(heads, len(sections)))
    columns = (write_list(held), write_codes(times - 1), write_codes(units[heads] - laid.firsts[held]))
    return ",".join([*columns, write_list(quoted)])
