"""A number → as the lists of browsers print it, in each of the forms that a page may ask for."""

from scripts.text.numerals import format_numeral

TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
NO_NUMBER = frozenset(("none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"))
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
LONGEST = 20
"""So many characters of a list's own sign are printed."""
LARGEST, LARGEST_ROMAN = 9_999, 3_999
"""Beyond them a number stands in plain figures here; browsers write Roman numerals no farther either."""
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("零壹贰叁肆伍陆柒捌玖拾佰仟", "零壹貳參肆伍陸柒捌玖拾佰仟")
FIGURES = str.maketrans("0123456789", "〇一二三四五六七八九")
CYCLES = {"cjk-heavenly-stem": "甲乙丙丁戊己庚辛壬癸", "cjk-earthly-branch": "子丑寅卯辰巳午未申酉戌亥"}
CJK_FORMS = frozenset(
    (
        *("cjk-decimal", "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "simp-chinese-formal"),
        *("trad-chinese-formal", "cjk-heavenly-stem", "cjk-earthly-branch"),
    )
)
"""After the numbers of these a browser prints 、, after all others a full stop."""
OWN_FORMS = frozenset((*CJK_FORMS, *TYPES.values(), "decimal-leading-zero", "lower-latin", "upper-latin"))


def label(number: int, form: str) -> str:
    """Return a number with the sign that a browser prints behind it; nothing for a form without one.

    >>> label(3, "decimal"), label(3, "cjk-ideographic"), label(3, "disc")
    ('3.', '三、', '')
    """
    if form in NO_NUMBER or not form:
        return ""
    if form[0] in "\"'":
        return form[1:-1][:LONGEST] if any(char.isalnum() for char in form) else ""
    return figure(number, form) + ("、" if form in CJK_FORMS else ".")


def figure(number: int, form: str) -> str:
    """Return a number in a form of figures; plain figures where the form has none for it.

    >>> figure(12, "simp-chinese-informal"), figure(28, "lower-alpha"), figure(4, "upper-roman")
    ('十二', 'ab', 'IV')
    """
    signs = CYCLES.get(form, "")
    if 0 < number <= len(signs):
        return signs[number - 1]
    if signs or form == "cjk-decimal":
        return str(number).translate(FIGURES) if number >= 0 else str(number)
    if form in CJK_FORMS:
        return chinese(number, form)
    if form == "decimal-leading-zero":
        return f"{number:02}"
    written = letters(number) if form.endswith(("alpha", "latin")) else roman(number) if "roman" in form else ""
    return (written.upper() if form.startswith("upper-") else written) or str(number)


def chinese(number: int, form: str) -> str:
    """Return a number in a Chinese form."""
    is_traditional = form.startswith("trad") or form == "cjk-ideographic"
    if abs(number) > LARGEST:
        return str(number)
    words = format_numeral(abs(number))
    if form.endswith("-formal"):
        words = f"一{words}" if words.startswith("十") else words
        words = words.translate(FORMAL).translate(TRADITIONAL if is_traditional else {})
    return ("" if number >= 0 else "負" if is_traditional else "负") + words


def letters(number: int) -> str:
    """Return a number in letters: 1 → a, 27 → aa; nothing for one below."""
    signs = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        signs = chr(ord("a") + rest) + signs
    return signs


def roman(number: int) -> str:
    """Return a number in Roman numerals, in small letters; nothing for one that has none."""
    signs = ""
    if not 0 < number <= LARGEST_ROMAN:
        return signs
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        signs += sign * count
    return signs
