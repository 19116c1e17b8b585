"""Everything of which a text can have much: one shape a dimension, beside the large texts of `bench_inputs.py`.

`make_dimension(name, size)` returns about so many bytes of UTF-8, the same for the same name and size; nearly all of them
are the one thing that the name says, as small and as many as it can be.
"""

from collections.abc import Callable

from tests import bench_inputs
from tests.bench_inputs import HEAD

DIGIT = "3"
CHARACTERS = "".join(chr(0x4E00 + n * 7919 % 20000) for n in range(20000))
"""Many different ones, in no order."""


def numbered(pattern: str, most: int) -> Callable[[int], str]:
    """Return what gives the pattern with 1, 2, 3 … put in, again from 1 after `most`."""
    return lambda place: pattern.format(place % most + 1)


def characters(pattern: str) -> Callable[[int], str]:
    """Return what gives the pattern with one character after the other put in."""
    return lambda place: pattern.format(CHARACTERS[place % len(CHARACTERS)])


PIECES: dict[str, tuple[str, Callable[[int], str] | str]] = {
    "bytes-in-one-line": ("", "质"),
    "characters": ("", characters("{}")),
    "lines": ("", "质\n"),
    "lines-of-windows": ("", "质\r\n"),
    "blank-lines": ("", "质\n\n"),
    "parts": ("", "一、质\n"),
    "items": ("一、质\n", "（一）质\n"),
    "items-with-text": ("一、质\n", "（一）质。量\n"),
    "subitems": (HEAD + "\n", numbered("{}.质\n", 99)),
    "dashes": (HEAD + "\n", "——质\n"),
    "boxes": (HEAD + "\n", numbered("专栏{}质\n", 999)),
    "sentences": (HEAD, "质。"),
    "clauses-of-nothing": (HEAD, "质，"),
    "targets": (HEAD, numbered("合格率{}%，", 99)),
    "targets-by-year": (HEAD, numbered("到2020年，合格率达到{}%。", 99)),
    "years": (HEAD, "2020年，"),
    "numbers": (HEAD, numbered("{} ", 99)),
    "digits": (HEAD, DIGIT),
    "digits-with-commas": (HEAD, "333,"),
    "digits-with-points": (HEAD, "3."),
    "digits-as-spans": (HEAD, "3-"),
    "wide-digits": (HEAD, "３"),
    "numerals": (HEAD, "一二三十百"),
    "numerals-created": (HEAD, "创建三个质"),
    "numerals-of-one": (HEAD + "创建", "三百"),
    "magnitudes": (HEAD + DIGIT, "亿"),
    "labels-of-digits": (HEAD + "\n", DIGIT * 9000 + "、质\n"),
    "labels-of-subitems": (HEAD + "\n", "1" * 9000 + ".质\n"),
    "labels-of-parts": ("", "一" * 3000 + "、质\n"),
    "labels-of-items": (HEAD + "\n", "（" + "百" * 3000 + "）质\n"),
    "label-of-digits": (HEAD + "\n", "1"),
    "label-of-numerals": (HEAD + "\n（", "一"),
    "label-of-a-box": (HEAD + "\n专栏", "1"),
    "letters": (HEAD, "a"),
    "letters-and-digits": (HEAD, "a1"),
    "addresses": (HEAD, "http://a.cn,质"),
    "mail-addresses": (HEAD, "a@b."),
    "folded-marks": (HEAD, "质,"),
    "folded-brackets": (HEAD, "(质)"),
    "brackets-in-brackets": (HEAD, "(质"),
    "spaces": (HEAD, "质 a "),
    "wide-spaces": (HEAD, "质　　"),
    "controls": (HEAD, "质\u200b"),
    "quotation-marks": (HEAD, "“3”"),
    "open-quotation-marks": (HEAD, "“3"),
    "titles": (HEAD, "《质》"),
    "citations": (HEAD, characters("《质量{}》")),
    "document-numbers": (HEAD, "国发〔2012〕9号"),
    "notes": ("一、质\n", "（一）质。（市局负责）\n"),
    "bodies-in-a-note": (HEAD + "质（", "甲、"),
    "footnotes": (HEAD, "质①"),
    "footnote-lines": (HEAD + "\n", numbered("[{}]质\n", 9)),
    "terms": (HEAD, "质量"),
    "terms-in-terms": (HEAD, "质量强市"),
    "bodies": (HEAD, "市质监局、"),
    "page-lines-before": ("", "来源：甲\n"),
    "page-lines-after": (HEAD + "\n", "责任编辑:甲\n"),
    "page-numbers": (HEAD + "\n", numbered("— {} —\n质\n", 999)),
    "bare-numbers": (HEAD + "\n", numbered("{}\n", 999)),
    "buttons": (HEAD + "\n", "分享到\n质\n"),
    "labels-of-an-index": ("", "索引号：\n1234\n"),
    "marks-of-markdown": ("# 质\n", "**质**\n"),
    "dotted-entries": ("目录\n", numbered("（一）质........{}\n", 9)),
    "titles-of-a-page": ("来源:甲\n", characters("{}\n")),
    "contents-repeated": ("目录\n", numbered("（一）质{}……3\n", 9)),
    "broken-lines": (HEAD + "\n", "质量，质量\n"),
    "wrapped-lines": (HEAD + "\n", "质" * 30 + "。" + "量" * 30 + "\n"),
    "traditional-characters": ("", "質"),
    "particles": ("", "關著"),
    "glyphs": (HEAD, "○"),
    "lost-bytes": (HEAD, "规?；洜�"),
}
"""What comes first, and the piece, or pieces, that then come again and again."""
DIMENSIONS = (*bench_inputs.INPUTS, *PIECES)


def make_dimension(name: str, size: int) -> bytes:
    """Return a text that has much of this one thing, of about this size."""
    if name in bench_inputs.INPUTS:
        return bench_inputs.make(name, size)
    head, pieces = PIECES[name]
    rest = max(size - len(head.encode()), 0)
    if isinstance(pieces, str):
        return (head + pieces * (rest // len(pieces.encode()))).encode()
    return (head + bench_inputs.fill(pieces, rest)).encode()
