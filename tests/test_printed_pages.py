"""Printed pages by their geometry, whatever file they are from: lines, columns, paragraphs, margins, ruled tables."""

import pytest

from scripts.read.extract.blocks import Block, Paragraph, Place, Table
from scripts.read.extract.drawing import draw
from scripts.read.extract.layout.document import read_pages
from scripts.read.extract.layout.joining import NUMBERS_MEET
from scripts.read.extract.layout.page import DESCENT, Page, Ruling, Run

SIZE, LEFT, STEP = 16.0, 80.0, 28.0
FULL = 27
"""So many characters a line has, from `LEFT` to 512."""
FILLER = "各部门要认真落实本方案提出的任务加强沟通形成合力确保取得实效。"


def run(text: str, x: float, base: float, size: float = SIZE) -> Run:
    """Return a run whose ASCII characters are half as wide as the others."""
    width = sum(0.5 if char < "\x7f" else 1.0 for char in text) * size
    return Run(text, x, base - (1 - DESCENT) * size, x + width, base + DESCENT * size, size)


def page(*runs: Run, rulings: list[Ruling] | None = None) -> Page:
    """Return a page of A4 with these runs."""
    return Page(595, 842, [*runs], rulings or [])


def lines(*texts: str, top: float = 100.0, left: float = LEFT, step: float = STEP, size: float = SIZE) -> list[Run]:
    """Return texts one below the other; each full-width blank before one indents it by a character."""
    return [
        run(text.lstrip("　"), left + size * (len(text) - len(text.lstrip("　"))), top + step * place, size)
        for place, text in enumerate(texts)
    ]


def filler(count: int, top: float = 500.0) -> list[Run]:
    """Return full lines that show how wide the column is, and a paragraph's end."""
    return lines(*[FILLER[:FULL]] * (count - 1), "止于此。", top=top)


def blocks(*pages: Page) -> list[Block]:
    """Return the blocks of pages."""
    return [*read_pages(pages)]


def paragraphs(*pages: Page) -> list[str]:
    """Return the paragraphs of the document on pages."""
    return [block.text for block in blocks(*pages) if isinstance(block, Paragraph) and block.place is Place.DOCUMENT]


def grid(xs: list[float], ys: list[float]) -> list[Ruling]:
    """Return the lines of a whole grid."""
    return [*(Ruling(x, ys[0], x, ys[-1]) for x in xs), *(Ruling(xs[0], y, xs[-1], y) for y in ys)]


def test_a_raised_mark_stays_on_its_line() -> None:
    raised = run("①", LEFT + 48, 100 - 6, 9)
    assert paragraphs(page(run("合格率", LEFT, 100), raised, run("提高", LEFT + 57, 100))) == ["合格率①提高"]


def test_quarter_gaps_are_no_blanks_and_wide_ones_are() -> None:
    written = [run("到", 80, 100), run("2025", 100, 100), run("年", 136, 100), run("甲", 168, 100), run("乙", 216, 100)]
    assert paragraphs(page(*written)) == ["到2025年 甲  乙"]


def test_a_head_that_is_spread_over_its_line_is_one_word() -> None:
    head = [run(char, 80 + 56 * place, 100, 32) for place, char in enumerate("某市人民政府文件")]
    assert paragraphs(page(*head)) == ["某市人民政府文件"]


def test_a_title_whose_characters_stand_one_below_the_other_is_one_word() -> None:
    title = lines(*"采购文件", left=280, step=70, size=32)
    assert paragraphs(page(*title, *filler(4))) == ["采购文件", FILLER[:FULL] * 3 + "止于此。"]


def test_cells_that_no_line_parts_stay_apart() -> None:
    assert paragraphs(page(run("是", 80, 100), run("否", 180, 100), run("不明", 300, 100))) == ["是  否  不明"]


def test_what_is_printed_twice_comes_once() -> None:
    assert paragraphs(page(run("质量", 80, 100), run("质量", 80.4, 100), run("强市", 112, 100))) == ["质量强市"]


def test_indents_begin_paragraphs_and_full_lines_go_on() -> None:
    first, second = f"　　{FILLER[: FULL - 2]}", "　　（二）短的一段。"
    text = lines(first, FILLER[:FULL], "到此为止。", second, f"　　（三）{FILLER[: FULL - 5]}", "又止。")
    assert paragraphs(page(*text)) == [
        f"{FILLER[: FULL - 2]}{FILLER[:FULL]}到此为止。",
        "（二）短的一段。",
        f"（三）{FILLER[: FULL - 5]}又止。",
    ]


def test_a_line_under_which_the_next_word_had_room_ends_its_paragraph() -> None:
    text = lines(FILLER[:FULL], FILLER[: FULL - 3], "一切照旧。", *[FILLER[:FULL]] * 2)
    assert paragraphs(page(*text)) == [FILLER[:FULL] + FILLER[: FULL - 3], "一切照旧。", FILLER[:FULL] * 2]


def test_space_between_parts_paragraphs_that_are_not_indented() -> None:
    above = lines(*[FILLER[:FULL]] * 3, top=100, step=20)
    below = lines(*[FILLER[:FULL]] * 3, top=180, step=20)
    assert len(paragraphs(page(*above, *below))) == 2


def test_labels_in_their_order_begin_paragraphs() -> None:
    text = [f"{label}、{FILLER[: FULL - 2]}" for label in "一二三"]
    assert paragraphs(page(*lines(*text))) == text


def test_a_line_hangs_below_the_words_after_its_label() -> None:
    text = lines(f"a) {FILLER[: FULL - 2]}", left=LEFT)
    hanging = run("到此为止。", LEFT + 24, 100 + STEP)
    assert paragraphs(page(*text, hanging, *filler(4)))[0] == f"a) {FILLER[: FULL - 2]}到此为止。"


def test_centred_titles_stay_lines_and_other_sizes_are_apart() -> None:
    title = [run("某市人民政府", 200, 80, 22), run("质量强市行动方案的通知", 150, 116, 22)]
    assert paragraphs(page(*title, *filler(4)))[:2] == ["某市人民政府", "质量强市行动方案的通知"]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("率达到95", "%以上。", "率达到95%以上。"),
        ("GB/T 19001-", "2016执行。", "GB/T 19001-2016执行。"),
        ("WTO", "rules。", "WTO rules。"),
        ("附录", "A的规定。", "附录A的规定。"),
    ],
)
def test_what_meets_at_the_end_of_a_line_is_joined_as_it_is_written(above: str, below: str, joined: str) -> None:
    left = LEFT + (512 - LEFT - run(above, 0, 0).x1)
    text = [run(FILLER[: int((left - LEFT) // SIZE)], LEFT, 100), run(above, left, 100), run(below, LEFT, 128)]
    assert paragraphs(page(*text, *filler(4)))[0].endswith(joined)


def test_two_numbers_are_never_fused_where_a_line_ends_early() -> None:
    above = f"{FILLER[: FULL - 4]}共1205"
    first = blocks(page(*lines(above, "35个。", *[FILLER[:FULL]] * 4)))[0]
    assert isinstance(first, Paragraph)
    assert first.text == f"{above} 35个。"
    assert first.doubt == NUMBERS_MEET


def test_columns_are_read_one_after_the_other_below_their_title() -> None:
    title = [run("某市人民政府公报上的一个通栏标题", 120, 80, 22)]
    left = lines(*[f"左{FILLER[:11]}"] * 6, top=130, left=80)
    right = lines(*[f"右{FILLER[:11]}"] * 6, top=141, left=320)
    text = "".join(paragraphs(page(*title, *right, *left)))
    assert text.startswith("某市人民政府公报上的一个通栏标题左")
    assert text.index("右") > text.rindex("左")


def test_a_paragraph_goes_on_over_the_page_around_what_pages_repeat() -> None:
    pages = [
        page(
            run("某市文件汇编", 250, 50, 10),
            *lines(f"　　{FILLER[: FULL - 2]}", *[FILLER[:FULL]] * 20, top=120),
            run(f"— {number} —", 280, 800, 10),
        )
        for number in range(1, 4)
    ]
    pages[1] = pages[1]._replace(runs=[each for each in pages[1].runs if each.x0 == LEFT or each.size == 10])
    text, _ = draw(blocks(*pages))
    assert text.count("⟦某市文件汇编⟧") == 3
    assert f"{FILLER[:FULL]}⟦— 1 —⟧⟦某市文件汇编⟧{FILLER[:FULL]}" in text


@pytest.mark.parametrize("numbers", ["{}", "第{}页 共3页", "-{}-", "{}/3"])
def test_page_numbers_of_every_kind_are_margins(numbers: str) -> None:
    pages = [page(*filler(9, 120), run(numbers.format(number), 290, 800, 10)) for number in range(1, 4)]
    margins = [block.text for block in blocks(*pages) if block.place is Place.MARGIN and isinstance(block, Paragraph)]
    assert margins == [numbers.format(number) for number in range(1, 4)]


def test_numbers_that_do_not_rise_with_the_pages_are_text() -> None:
    pages = [page(*filler(9, 120), run(number, 290, 800, 10)) for number in ("95", "12", "12", "40")]
    assert [text for text in paragraphs(*pages) if text.isdecimal()] == ["95", "12", "12", "40"]


def test_annexes_that_begin_at_the_same_place_are_text() -> None:
    pages = [page(run(f"附件{number}", LEFT, 60), *filler(9, 120)) for number in range(1, 4)]
    assert [text for text in paragraphs(*pages) if text.startswith("附件")] == ["附件1", "附件2", "附件3"]


def test_a_table_has_its_cells_their_spans_and_their_paragraphs() -> None:
    rulings = grid([80, 180, 300, 420], [100, 140, 180, 240])
    rulings = [each for each in rulings if (each.x0, each.x1, each.y0) != (180, 180, 100)]
    rulings.append(Ruling(180, 140, 180, 240))
    words = [run("指标", 110, 125, 12), run("目标", 340, 125, 12), run("合格率", 90, 165, 12), run("93", 200, 165, 12)]
    words += [
        run("95", 320, 165, 12),
        run("一项名称很长很", 86, 205, 12),
        run("长的", 86, 221, 12),
        run("是", 320, 210, 12),
    ]
    table = blocks(page(*words, rulings=rulings))[0]
    assert isinstance(table, Table)
    assert draw([table])[0] == "指标\t⇠\t目标\n合格率\t93\t95\n一项名称很长很长的\t\t是\n"


def test_borders_of_dashes_and_of_one_box_a_cell_are_one_grid() -> None:
    dashes = [Ruling(x, y, x, y + 3) for x in (80, 180, 280) for y in range(100, 180, 5)]
    boxes = [Ruling(80 + 100 * column, y, 180 + 100 * column, y + 0.5) for column in (0, 1) for y in (100, 140, 180)]
    words = [run("甲", 90, 125), run("乙", 190, 125), run("丙", 90, 165), run("丁", 190, 165)]
    assert draw(blocks(page(*words, rulings=dashes + boxes)))[0] == "甲\t乙\n丙\t丁\n"


def test_a_table_that_is_open_at_its_sides_has_all_its_columns() -> None:
    rulings = [
        *(Ruling(80, y, 380, y) for y in (100, 140, 180)),
        Ruling(180, 100, 180, 180),
        Ruling(280, 100, 280, 180),
    ]
    words = [run(char, 90 + 100 * (place % 3), 125 + 40 * (place // 3)) for place, char in enumerate("甲乙丙丁戊己")]
    assert draw(blocks(page(*words, rulings=rulings)))[0] == "甲\t乙\t丙\n丁\t戊\t己\n"


def test_words_that_stand_upright_in_a_cell_are_its_own() -> None:
    upright = Run("购买方", 92, 105, 108, 170, 16)
    table = page(upright, run("名称", 200, 140), rulings=grid([80, 120, 300], [100, 180]))
    assert draw(blocks(table))[0] == "购买方\t名称\n"


def test_the_head_that_a_table_repeats_on_the_next_page_is_a_margin() -> None:
    def part(*rows: str) -> Page:
        words = [run(row, 90, 125 + 40 * place) for place, row in enumerate(rows)]
        words += [run(str(place), 190, 125 + 40 * place) for place in range(1, len(rows))]
        ys = [100 + 40.0 * place for place in range(len(rows) + 1)]
        return page(*words, run("值", 190, 125), rulings=grid([80, 180, 280], ys))

    assert draw(blocks(part("项", "甲"), part("项", "乙")))[0] == "项\t值\n甲\t1\n⟦项  值⟧\n乙\t1\n"


def test_more_lines_than_any_table_has_are_a_picture() -> None:
    rulings = [
        Ruling(float(x % 500), float(y), float(x % 500 + 9), float(y)) for x in range(260) for y in range(100, 180)
    ]
    assert paragraphs(page(run("正文。", 90, 125), rulings=rulings)) == ["正文。"]
