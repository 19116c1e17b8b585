"""Words that were read in a Simplified copy of a text → as the text itself prints them."""


def as_printed(words: str, plain: str, printed: str) -> str:
    """Return words that were read from a Simplified copy with the characters of the text, where it has them in order.

    >>> as_printed("水库计划办法", "水库计划 办法", "水庫計畫 辦法")
    '水庫計畫辦法'
    """
    written, place = [], 0
    for char in words:
        found = plain.find(char, place)
        written.append(char if found < 0 else printed[found])
        place = place if found < 0 else found + 1
    return "".join(written)
