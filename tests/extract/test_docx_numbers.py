"""The automatic numbers of a DOCX file stand before its paragraphs as Word shows them."""

from collections.abc import Sequence

import pytest

from scripts.model.vocabulary import Leaving
from scripts.read.extract.docx.number_formats import FORMATS, write_number
from tests.extract.docx_files import definition, level, listed, override, p, read, restarted, style, texts

Places = Sequence[tuple[int, int]]
"""Of each paragraph the list and the level."""

PRINTED = {
    "decimal": "1 9 10 11 20 21 100 101 110 1000",
    "decimalHalfWidth": "1 9 10 11 20 21 100 101 110 1000",
    "decimalZero": "01 09 10 11 20 21 100 101 110 1000",
    "decimalFullWidth": "１ ９ １０ １１ ２０ ２１ １００ １０１ １１０ １０００",
    "decimalFullWidth2": "１ ９ １０ １１ ２０ ２１ １００ １０１ １１０ １０００",
    "decimalEnclosedCircle": "① ⑨ ⑩ ⑪ ⑳ 21 100 101 110 1000",
    "decimalEnclosedCircleChinese": "① ⑨ ⑩ 11 20 21 100 101 110 1000",
    "decimalEnclosedFullstop": "⒈ ⒐ ⒑ ⒒ ⒛ 21 100 101 110 1000",
    "decimalEnclosedParen": "⑴ ⑼ ⑽ ⑾ ⒇ 21 100 101 110 1000",
    "upperLetter": "A I J K T U VVVV WWWW FFFFF 1000",
    "lowerLetter": "a i j k t u vvvv wwww fffff 1000",
    "upperRoman": "I IX X XI XX XXI C CI CX M",
    "lowerRoman": "i ix x xi xx xxi c ci cx m",
    "chineseCounting": "一 九 十 十一 二十 二十一 一○○ 一○一 一一○ 一○○○",
    "chineseCountingThousand": "一 九 十 十一 二十 二十一 一百 一百〇一 一百一十 一千",
    "chineseLegalSimplified": "壹 玖 壹拾 壹拾壹 贰拾 贰拾壹 壹佰 壹佰零壹 壹佰壹拾 壹仟",
    "ideographDigital": "一 九 一〇 一一 二〇 二一 一〇〇 一〇一 一一〇 一〇〇〇",
    "japaneseCounting": "一 九 十 十一 二十 二十一 百 百一 百十 千",
    "japaneseDigitalTenThousand": "一 九 一〇 一一 二〇 二一 一〇〇 一〇一 一一〇 一〇〇〇",
    "taiwaneseCounting": "一 九 十 十一 二十 二十一 一○○ 一○一 一一○ 一○○○",
    "taiwaneseCountingThousand": "一 九 十 十一 二十 二十一 一百 一百零一 一百一十 一千",
    "taiwaneseDigital": "一 九 一○ 一一 二○ 二一 一○○ 一○一 一一○ 一○○○",
    "ideographTraditional": "甲 壬 癸 11 20 21 100 101 110 1000",
    "ideographZodiac": "子 申 酉 戌 20 21 100 101 110 1000",
    "ideographZodiacTraditional": "甲子 壬申 癸酉 甲戌 癸未 甲申 100 101 110 1000",
    "ideographLegalTraditional": "壹 玖 壹拾 壹拾壹 貳拾 貳拾壹 壹佰 壹佰零壹 壹佰壹拾 壹仟",
    "ideographEnclosedCircle": "㊀ ㊈ ㊉ 11 20 21 100 101 110 1000",
    "ordinal": "1st 9th 10th 11th 20th 21st 100th 101st 110th 1000th",
    "hex": "1 9 A B 14 15 64 65 6E 3E8",
}
NUMBERS = (1, 9, 10, 11, 20, 21, 100, 101, 110, 1000)
PLAIN = definition(0, level(0), level(1, text="%1.%2"), level(2, text="%1.%2.%3"))
POLICY = definition(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)


def labels(numbering: str, places: Places) -> str:
    """The labels of paragraphs in these lists and levels, one after the other."""
    body = "".join(p("文", num=place) for place in places)
    return " ".join(text.removesuffix("文").rstrip("\u3000 ") for text in texts(read(body, numbering=numbering)))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_prints_its_numbers(name: str) -> None:
    if name == "numberInDash":
        assert write_number(12, name) == "- 12 -"
        return
    assert [write_number(number, name) for number in NUMBERS] == PRINTED[name].split()


def test_thousands_and_ten_thousands_say_their_gaps() -> None:
    written = [
        write_number(number, "chineseCountingThousand") for number in (1001, 1010, 10_000, 10_010, 12_345, 99_999)
    ]
    assert written == ["一千〇一", "一千〇一十", "一万", "一万〇一十", "一万二千三百四十五", "九万九千九百九十九"]
    assert write_number(10_010, "taiwaneseCountingThousand") == "一萬零一十"


def test_a_format_that_nobody_knows_gives_no_number_and_a_doubt() -> None:
    extraction = read(p("有关事项", num=(1, 0)), numbering=definition(0, level(0, "aiueo")) + listed(1, 0))
    [block] = extraction.blocks
    assert texts(extraction) == ["有关事项"]
    assert "'aiueo'" in block.doubt
    assert "; look the number up in Word" in block.doubt
    assert extraction.left_out[Leaving.NUMBER] == 1


def test_the_levels_of_a_policy_begin_anew_below_each_other() -> None:
    places = [(1, place) for place in (0, 1, 1, 2, 2, 3, 1, 2, 0, 1, 2)]
    expected = "一、 （一） （二） 1. 2. （1） （三） 1. 二、 （一） 1."
    assert labels(POLICY + listed(1, 0), places) == expected


@pytest.mark.parametrize(
    ("numbering", "places", "expected"),
    [
        pytest.param(PLAIN + listed(1, 0) + listed(2, 0), [(1, 0), (2, 0), (1, 0)], "1. 2. 3.", id="shared"),
        pytest.param(
            PLAIN + listed(1, 0) + listed(2, 0, restarted(0)),
            [(1, 0), (1, 0), (2, 0), (1, 0), (2, 0)],
            "1. 2. 1. 2. 3.",
            id="once",
        ),
        pytest.param(
            PLAIN + listed(1, 0) + listed(2, 0, restarted(0, 7)), [(1, 0), (2, 0), (2, 0)], "1. 7. 8.", id="from seven"
        ),
        pytest.param(
            PLAIN + listed(1, 0, restarted(1, 3)),
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
            "1. 1.3 1.4 2. 2.3",
            id="whenever",
        ),
        pytest.param(
            PLAIN + listed(1, 0, override(0, level(0, "upperLetter", "%1)", start=3))),
            [(1, 0), (1, 0)],
            "C) D)",
            id="whole level",
        ),
        pytest.param(
            PLAIN + definition(1, level(0)) + listed(1, 0) + listed(2, 1),
            [(1, 0), (2, 0), (1, 0)],
            "1. 1. 2.",
            id="apart",
        ),
        pytest.param(PLAIN + listed(1, 0), [(1, 1), (1, 1), (1, 0), (1, 1)], "1.1 1.2 2. 2.1", id="below nothing"),
        pytest.param(
            PLAIN + listed(1, 0), [(1, 0), (1, 2), (1, 2), (1, 1), (1, 2)], "1. 1.1.1 1.1.2 1.2 1.2.1", id="leap"
        ),
        pytest.param(PLAIN + listed(1, 0), [(7, 0), (1, 0)], " 1.", id="no such list"),
        pytest.param(PLAIN + listed(1, 0), [(0, 0), (1, 0)], " 1.", id="none"),
    ],
)
def test_lists_over_one_definition_count_on_unless_one_begins_anew(
    numbering: str, places: Places, expected: str
) -> None:
    assert labels(numbering, places) == expected


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("", "1. 1. 1) 2. 1) 2. 1. 1)"), ("0", "1. 1. 1) 2. 2) 2. 1. 3)"), ("1", "1. 1. 1) 2. 2) 2. 1. 1)")],
)
def test_a_level_begins_anew_after_the_levels_that_it_names(restart: str, expected: str) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    numbering = definition(0, level(0), level(1), level(2, text="%3)", more=more)) + listed(1, 0)
    assert labels(numbering, [(1, place) for place in (0, 1, 2, 1, 2, 0, 1, 2)]) == expected


def test_a_legal_level_prints_all_numbers_in_figures() -> None:
    numbering = definition(
        0,
        level(0, "chineseCountingThousand", "第%1章"),
        level(1, "chineseCountingThousand", "%1.%2", "<w:isLgl/>"),
        level(2, "upperRoman", "%1-%3"),
    ) + listed(1, 0)
    assert labels(numbering, [(1, 0), (1, 1), (1, 2), (1, 0), (1, 1)]) == "第一章 1.1 一-I 第二章 2.1"


def test_the_numbers_of_a_level_without_numbers_are_no_text() -> None:
    numbering = definition(0, level(0, "none", "附则%1"), level(1, text="%1%2.")) + listed(1, 0)
    assert labels(numbering, [(1, 0), (1, 1)]) == "附则 1."


def test_hidden_labels_count_and_are_not_shown() -> None:
    numbering = definition(0, level(0, more="<w:rPr><w:vanish/></w:rPr>"), level(1, text="%1.%2")) + listed(1, 0)
    assert labels(numbering, [(1, 0), (1, 0), (1, 1)]) == "  2.1"


@pytest.mark.parametrize(
    ("sign", "fonts", "shown"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf06c", "Wingdings", "•"),
        ("l", "Wingdings", "•"),
        ("o", "Courier New", "•"),
        ("●", "宋体", "●"),
        ("—", "宋体", "—"),
        ("★", "MS Gothic", "★"),
    ],
)
def test_bullets_stand_as_they_are_drawn(sign: str, fonts: str, shown: str) -> None:
    more = f'<w:rPr><w:rFonts w:ascii="{fonts}" w:hAnsi="{fonts}"/></w:rPr>'
    assert labels(definition(0, level(0, "bullet", sign, more)) + listed(1, 0), [(1, 0)]) == shown


@pytest.mark.parametrize(
    ("label", "suffix", "text", "shown"),
    [
        ("%1、", "tab", "总体要求", "一、总体要求"),
        ("第%1条", "tab", "为了管好", "第一条\u3000为了管好"),
        ("第%1条", "nothing", "为了管好", "第一条为了管好"),
        ("第%1条", "tab", "　为了管好", "第一条　为了管好"),
        ("A%1", "tab", "B级", "A一B级"),
        ("%1-A", "tab", "B级", "一-A B级"),
        ("%1.2", "space", "3月前", "一.2 3月前"),
        ("%1.2", "nothing", "3月前", "一.23月前"),
    ],
)
def test_a_label_stands_apart_only_where_it_would_run_on(label: str, suffix: str, text: str, shown: str) -> None:
    numbering = definition(0, level(0, "chineseCounting", label, f'<w:suff w:val="{suffix}"/>')) + listed(1, 0)
    assert texts(read(p(text, num=(1, 0)), numbering=numbering)) == [shown]


def test_a_figure_does_not_run_into_the_figures_of_its_text() -> None:
    assert texts(read(p("5G网络", num=(1, 0)), numbering=PLAIN + listed(1, 0))) == ["1. 5G网络"]


STYLES = (
    style("Heading1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("Heading2", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("Own", based_on="Heading2")
    + style("Bare", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', based_on="Heading1")
    + style("Linked", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
)
LINKED = definition(
    0, level(0, "chineseCounting", "%1、"), level(1, text="%2.", more='<w:pStyle w:val="Linked"/>')
) + listed(1, 0)


def test_a_style_numbers_its_paragraphs_and_those_of_the_styles_based_on_it() -> None:
    body = "".join(p("文", style=name) for name in ("Heading1", "Heading2", "Own", "Bare", "Linked", "Heading1"))
    assert texts(read(body, styles=STYLES, numbering=LINKED)) == ["一、文", "1.文", "2.文", "文", "3.文", "二、文"]


def test_what_a_paragraph_says_of_its_number_goes_before_its_style() -> None:
    bare = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    deeper = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = p("文", style="Heading1") + p("文", style="Heading1", more=bare) + p("文", style="Heading1", more=deeper)
    assert texts(read(body, styles=STYLES, numbering=LINKED)) == ["一、文", "文", "1.文"]


def test_a_list_may_have_its_levels_from_a_numbering_style() -> None:
    styles = style("Gov", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    numbering = (
        definition(0, level(0, "chineseCounting", "%1、"), more='<w:styleLink w:val="Gov"/>')
        + definition(1, more='<w:numStyleLink w:val="Gov"/>')
        + listed(1, 0)
        + listed(2, 1)
    )
    body = p("文", num=(2, 0)) + p("文", num=(2, 0))
    assert texts(read(body, styles=styles, numbering=numbering)) == ["一、文", "二、文"]
    assert texts(read(body, styles=styles, numbering=numbering.replace("styleLink", "tmpl"))) == ["一、文", "二、文"]
    assert texts(read(body, numbering=numbering.replace("styleLink", "tmpl"))) == ["文", "文"]


def test_styles_and_levels_in_a_circle_or_beyond_end() -> None:
    styles = style("A", based_on="B") + style("B", based_on="A")
    body = p("文", style="A") + p("文", num=(1, 44)) + p("文", num=(1, -3))
    assert texts(read(body, styles=styles, numbering=PLAIN + listed(1, 0))) == ["文", "文", "2.文"]


def test_hidden_paragraphs_count_and_deleted_ones_do_not() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>'
    body = (
        p("甲", num=(1, 0))
        + p(deleted, num=(1, 0), mark='<w:del w:id="2"/>')
        + p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>", num=(1, 0), mark="<w:vanish/>")
        + p("乙", num=(1, 0))
    )
    assert texts(read(body, numbering=PLAIN + listed(1, 0))) == ["1.甲", "3.乙"]


def test_an_empty_numbered_paragraph_shows_its_number() -> None:
    assert texts(read(p(num=(1, 0)) + p("乙", num=(1, 0)), numbering=PLAIN + listed(1, 0))) == ["1.", "2.乙"]


def test_a_format_of_the_files_own_keeps_its_width() -> None:
    own = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    numbering = definition(0, level(0).replace('<w:numFmt w:val="decimal"/>', own)) + listed(1, 0)
    assert labels(numbering, [(1, 0), (1, 0)]) == "001. 002."
    assert labels(numbering.replace("001, 002, 003, ...", "i, ii"), [(1, 0)]) == ""


def test_a_paragraph_that_nothing_follows_keeps_its_number_unless_it_is_gone() -> None:
    mark = '<w:del w:id="2"/>'
    gone = p('<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>', num=(1, 0), mark=mark)
    after = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert texts(read(p("甲", num=(1, 0), mark=mark) + after + gone, numbering=PLAIN + listed(1, 0))) == ["1.甲"]
