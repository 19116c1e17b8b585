"""Web pages: what a browser shows stands in the text, line by line, the document's apart from the page around it."""

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from scripts.model.vocabulary import Leaving
from scripts.problems import CorpusError
from scripts.read.extract.blocks import Block, Extraction, Paragraph, Place, Table
from scripts.read.extract.door import open_file
from scripts.read.extract.drawing import draw
from scripts.read.extract.html.forms import OWN_FORMS, label
from scripts.read.extract.html.reader import read_html

SENTENCES = "各区人民政府要按照职责分工，加强水渠管护，落实资金，按期完成任务。" * 4
HEAD = '<meta charset="utf-8"><title></title>'


def read(body: str) -> Extraction:
    return read_html((HEAD + body).encode(), "page.html")


def lines_of(blocks: Iterable[Block], place: Place = Place.DOCUMENT) -> list[str]:
    return draw([block for block in blocks if block.place is place])[0].strip("\n⟬⟭").split("\n")


def lines(body: str) -> list[str]:
    return lines_of(read(body).blocks)


def doubts(body: str) -> list[str]:
    return [doubt for _, doubt in draw(read(body).blocks)[1]]


def table_of(body: str) -> Table:
    return next(block for block in read(body).blocks if isinstance(block, Table))


TRAPS = """
<p>　　第一段&nbsp;<b>加粗</b>的  字
x，断行。</p>
前<div>块<span>行内 </span> <span> 两空</span></div>后
<p>甲<br>乙<br/>丙</br>丁</p>
<p>面积 10 m<sup>2</sup>；&#150;&ldquo;引&rdquo;&hellip;&#x80; &notit; a<wbr>b</p>
<pre>  甲  乙
丙
</pre>
<p style="white-space: pre-wrap">一   行
二行</p>
<p><s>划去</s><ins>增</ins></p>
<ul><li>点一</li><li><p>点二</p><p>点二续</p></li></ul>
<p hidden>藏</p><div style="color:red; DISPLAY:none">藏二</div><span style="visibility: hidden">藏三</span>
<dl><dt>词<dd>义</dl>
<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;</span></span><![endif]>项目<o:p></o:p></p>
<!--[if gte mso 9]><p>不见</p><![endif]--><!--[if !mso]><!--><p>可见</p><!--<![endif]-->
<p>a<span style="display:block">块状</span>b</p>
<p>未闭<div>内</p>后</div>
<table><tr><td><p>单列一</p><p>单列二</p></td></tr></table>
<blockquote>引文</blockquote><center>居中</center><h2>标题</h2>
<b>粗<p>段中</b>外</p>
<noscript>无脚本</noscript><template>模板</template><script>var 脚本 = "</p>"</script>
<table><tr><td>表外文字<td>乙</table>
</body></html>
<p>尾段在后</p></body>
"""
"""What trips readers of pages; a browser shows it as it says."""


def test_the_lines_are_those_that_a_browser_shows(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(f"{HEAD}{TRAPS}")
    shown = page.evaluate("document.body.innerText").replace("\t", "\n").split("\n")
    page.close()
    ours = [line for block in read(TRAPS).blocks for line in words_of(block)]
    assert ours == [line.strip(" \u00a0\u3000") for line in shown if line.strip(" \u00a0\u3000")]


def test_a_line_end_of_the_source_between_two_wide_characters_shows_nothing() -> None:
    assert lines("<p>质量\n  提升<b>方</b>\n案 第\n2号</p>") == ["质量提升方案 第 2号"]


def words_of(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text] * bool(block.text)
    return [text for row in block.rows for cell in row for text in cell.paragraphs]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<ol start="3"><li>甲<li>乙</ol>', ["3.甲", "4.乙"]),
        ('<ol type="a"><li>甲<li value="5">乙<li>丙</ol>', ["a.甲", "e.乙", "f.丙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2.甲", "1.乙"]),
        ('<ol style="list-style: cjk-ideographic"><li>甲<li><p>乙</p><p>丙</p></ol>', ["一、甲", "二、乙", "丙"]),
        ('<ol style="list-style-type:none"><li>甲</ol>', ["甲"]),
        ("<ol><li>甲<ol type=I><li>乙</ol><li>丙</ol>", ["1.甲", "I.乙", "2.丙"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<ol style='list-style: url(hiragana.gif)'><li>甲</ol>", ["1.甲"]),
        ("<style>.n>li{list-style-type:simp-chinese-informal}</style><ol class=n><li>甲</ol>", ["一、甲"]),
        ("<style>@media print{li{list-style:none}}</style><ol><li>甲</ol>", ["1.甲"]),
        ("<style>ol{list-style:upper-roman}ol.x{list-style:none}</style><ol class=x><li>甲</ol>", ["甲"]),
        (
            "<style>h2::before{counter-increment:n; content:'第' counter(n, cjk-decimal) '条 '}</style><h2>甲</h2><h2>乙</h2>",
            ["第一条 甲", "第二条 乙"],
        ),
        (
            "<style>h2{counter-increment:a;counter-reset:b}h3{counter-increment:b}h3::before{content:counter(a) '.' counter(b) ' '}"
            "</style><h2>甲</h2><h3>乙</h3><h3>丙</h3><h2>丁</h2><h3>戊</h3>",
            ["甲", "1.1 乙", "1.2 丙", "丁", "2.1 戊"],
        ),
    ],
)
def test_a_list_has_the_numbers_that_a_browser_prints(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_every_form_of_numbers_is_that_of_a_browser(browser: Browser) -> None:
    forms, numbers = sorted(OWN_FORMS), (-3, 0, 1, 2, 10, 11, 12, 20, 27, 105, 110, 1001, 1999, 4000)
    items = "".join(f"<li value={number}>甲" for number in numbers)
    page = browser.new_page()
    page.set_content(HEAD + "".join(f"<ol style='list-style-type: {form}'>{items}</ol>" for form in forms))
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    page.close()
    printed = [node["name"]["value"].strip() for node in nodes if node["role"]["value"] == "ListMarker"]
    assert [label(number, form) for form in forms for number in numbers] == printed


def test_a_list_whose_items_print_their_own_numbers_gets_no_others_and_a_doubt() -> None:
    assert lines("<ol><li>（一）甲</li><li>（二）乙</li></ol>") == ["（一）甲", "（二）乙"]
    assert "number of its own" in doubts("<ol><li>（一）甲</li></ol>")[0]


def test_a_number_of_an_unknown_form_is_left_out_and_named() -> None:
    body = "<ol style='list-style: inside hiragana'><li>甲</ol>"
    assert lines(body) == ["甲"]
    assert read(body).left_out == {Leaving.NUMBER: 1}
    assert "not known (hiragana)" in doubts(body)[0]


def test_a_table_keeps_its_cells_its_spans_and_the_order_in_which_it_is_shown() -> None:
    body = (
        "<table><caption>表一</caption><tfoot><tr><td>合计<td colspan=2>9</tfoot><thead><tr><th>指标<th>甲<th>乙</thead>"
        "<tr><td rowspan=0>水<td>1<td>2<tr><td>3<br>4<td>5</table>"
    )
    assert lines(body) == ["表一", "指标\t甲\t乙", "水\t1\t2", "⇡\t3⏎4\t5", "合计\t9\t⇠"]


def test_columns_in_which_no_cell_begins_are_none_however_many_a_cell_says_that_it_spans() -> None:
    assert lines("<table><tr><td colspan=1000>题<tr><td colspan=999>甲<td>乙</table>") == ["题\t⇠", "甲\t乙"]


def test_a_table_that_only_lays_the_page_out_is_its_lines() -> None:
    prose = "".join(f"<p>{number}{SENTENCES}</p>" for number in "一二三四五六七")
    assert not any(isinstance(block, Table) for block in read(f"<table><tr><td>栏<td>{prose}</table>").blocks)
    assert lines("<table role=presentation><tr><td>甲<td>乙</table>") == ["甲", "乙"]
    assert lines("<table><tr><td><table><tr><td>甲<td>乙</table><td>丙</table>") == ["甲\t乙", "丙"]
    assert isinstance(table_of(f"<table class=MsoNormalTable><tr><td>栏<td>{prose}</table>"), Table)


def test_a_table_of_particulars_is_a_line_for_each_label() -> None:
    body = (
        "<table><tr><td>索 引 号：<td>0001/2031-1<td>发文机关：<td>某市人民政府<tr><td>成文日期<td>2031年1月2日<td>主题词：<td></table>"
        "<ul><li><b>公开时限：</b><p>常年公开</p></li></ul>"
    )
    expected = [
        "索 引 号：0001/2031-1",
        "发文机关：某市人民政府",
        "成文日期：2031年1月2日",
        "主题词：",
        "公开时限：常年公开",
    ]
    assert lines(body) == expected


PAGE = f"""
<html><head><title>某市关于水渠管护的通知_某市人民政府</title>
<link rel="canonical" href="https://www.example.org/a.html"></head><body>
<div class="header"><a href="/">首页</a> <a href="/a">政务公开</a></div>
<ul class="mainNav"><li><a href=b>要闻</a></li><li><a href=c>公告</a></li></ul>
<div class="crumbs">当前位置：<a href=/>首页</a> > <a href=d>文件</a></div>
<div class="main"><h1>某市关于水渠管护的通知</h1>
<div class="info"><span>发布日期：2031-01-02</span> <span>来源：某局</span></div><div class="share">分享到：</div>
<div class="TRS_Editor"><p>各区人民政府：</p><p>{SENTENCES}</p><p><img src="P02031.jpg"></p><p>某市人民政府</p></div>
<div class="annexes"><p>附件：</p><p><a href="P02031.doc">1.水渠名录.doc</a></p></div>
<div class="more"><h3>相关链接</h3><ul><li><a href=e>某市关于水闸的通知</a></li></ul></div></div>
<div class="foot">主办：某市人民政府　网站标识码：1234567890</div></body></html>"""


def test_the_document_is_told_from_the_page_around_it() -> None:
    blocks = list(read_html(PAGE.encode(), "page.html").blocks)
    assert lines_of(blocks) == [
        *("某市关于水渠管护的通知", "发布日期：2031-01-02 来源：某局", "各区人民政府：", SENTENCES, "某市人民政府"),
        *("附件：", "1.水渠名录.doc"),
    ]
    around = "\n".join(lines_of(blocks, Place.AROUND))
    assert all(
        word in around for word in ("首页", "要闻 | 公告", "当前位置", "分享到", "相关链接", "水闸", "网站标识码")
    )


def test_what_stands_beside_the_documents_lines_is_doubted_with_what_to_do() -> None:
    noted = draw(read_html(PAGE.encode(), "page.html").blocks)[1]
    assert [doubt for _, doubt in noted] == [
        "stands below a picture (P02031.jpg) that may hold a page or a table; look at it, and type what it says",
        "links a file (https://www.example.org/P02031.doc); if its text does not stand in this page, fetch it and convert it too",
    ]


def test_a_link_to_a_file_is_told_by_its_address_or_by_its_words() -> None:
    body = f"<div id=zoom><p>{SENTENCES}</p></div><p>附件【<a href=/d?id=1>水渠名录.docx</a>】</p><p>下一条：<a href=b>关于放假</a></p>"
    assert lines(body) == [SENTENCES, "附件【水渠名录.docx】"]
    assert doubts(body) == [
        "links a file (/d?id=1); if its text does not stand in this page, fetch it and convert it too"
    ]


def test_a_menu_in_a_table_is_a_line() -> None:
    body = f"<table><tr><td><a href=a>首页</a><td><a href=b>机构</a></table><div><p>{SENTENCES}</p><p>某市</p></div>"
    assert lines_of(read(body).blocks, Place.AROUND) == ["首页 | 机构"]


def test_a_picture_at_the_end_of_the_document_is_noted_there_and_one_of_the_page_is_not() -> None:
    body = (
        f"<div><div id=zoom><p>{SENTENCES}</p><p><img src=a.jpg></p></div><p><img src=b.jpg></p><p>版权所有</p></div>"
    )
    assert doubts(body) == [
        "stands above a picture (a.jpg) that may hold a page or a table; look at it, and type what it says"
    ]


def test_a_document_over_several_elements_is_whole() -> None:
    parts = "".join(f"<div class=part><h2>第{n}部分</h2><p>{SENTENCES}</p></div>" for n in "一二三")
    found = lines(f"<nav><a href=/>首页</a></nav><div>{parts}</div><footer>某局 版权所有</footer>")
    assert found == [line for n in "一二三" for line in (f"第{n}部分", SENTENCES)]


def test_a_signature_in_an_element_with_a_pages_name_is_the_documents() -> None:
    body = (
        f"<div id=zoom><p>{SENTENCES}</p><div class=share>分享到：</div><div class=bottom><p>某市人民政府</p><p>2031年1月2日</p></div>"
        "</div><div class=footer>网站地图</div>"
    )
    assert lines(body) == [SENTENCES, "某市人民政府", "2031年1月2日"]


def test_a_bare_page_is_the_document() -> None:
    assert lines("<p>某市通知</p><p>落实。</p>") == ["某市通知", "落实。"]


def test_a_body_that_a_script_would_show_is_shown() -> None:
    assert lines("<body style='visibility:hidden'><p>某市通知</p>") == ["某市通知"]


def test_what_is_no_text_is_counted() -> None:
    body = (
        "<p>质量</p><del>旧</del><p hidden>藏</p><input type=text><input type=hidden><select><option>甲</select>"
        "<button>查</button><img src=logo.png><iframe src=a></iframe><svg><text>图</text></svg>"
    )
    found = read(body)
    assert lines_of(found.blocks) == ["质量"]
    assert found.left_out == {
        Leaving.DELETED: 1,
        Leaving.HIDDEN: 1,
        Leaving.FORM: 3,
        Leaving.PICTURE: 1,
        Leaving.EMBEDDED: 1,
        Leaving.DRAWING: 1,
    }


def test_the_base_of_a_ruby_is_read_and_its_reading_named() -> None:
    body = "<p><ruby>渠<rp>（</rp><rt>qú</rt><rp>）</rp></ruby>道</p>"
    assert lines(body) == ["渠道"]
    assert "(qú)" in doubts(body)[0]


DEEP = 100_000


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td"])
def test_nothing_is_lost_below_any_number_of_elements(tag: str) -> None:
    opened = "".join(f"<{name}>" for name in tag.split("><"))
    found = lines(opened * (DEEP if tag == "b" else 2_000) + "深处<p>末段")
    assert found[-1] == "末段"
    assert "深处" in "".join(found)


def test_what_follows_the_end_of_the_page_is_read() -> None:
    assert lines("<body>甲</body></html><div>乙</div></html>") == ["甲", "乙"]


def test_a_page_that_a_script_makes_says_so() -> None:
    with pytest.raises(CorpusError, match=r"a script makes it.*save it as a single file \(MHTML\)"):
        read('<div id="app"></div><script>var data = {"text": "质量"}</script>')


def test_a_page_of_frames_names_the_page_to_save() -> None:
    with pytest.raises(CorpusError, match=r"frame with another page in it \(main\.html\)"):
        read('<frameset><frame src="main.html"></frameset>')


def test_a_frame_written_out_in_the_page_stands_in_its_place_with_a_doubt() -> None:
    body = '<p>甲</p><iframe srcdoc="&lt;p&gt;乙&lt;/p&gt;"></iframe><p>丙</p>'
    assert lines(body) == ["甲", "乙", "丙"]
    assert "frame of the page" in doubts(body)[0]
    assert lines('<p>甲</p><iframe srcdoc="&lt;!-- --&gt;"></iframe>') == ["甲"]


@pytest.mark.parametrize(
    ("head", "codec", "kept"),
    [
        ('<meta charset="gb2312">', "gb18030", "镕〇①质量€"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030", "质量"),
        ('<?xml version="1.0" encoding="gb2312"?><html>', "gb18030", "质量"),
        ('<meta charset="big5">', "big5hkscs", "質量裏"),
        ('<meta charset="utf-8">', "gb18030", "质量提升"),
        ('<meta charset="gb2312">', "utf-8", "质量提升"),
        ("", "utf-16", "质量提升"),
    ],
)
def test_a_page_is_decoded_as_browsers_do_or_as_its_bytes_say(head: str, codec: str, kept: str) -> None:
    page = f"{head}<p>{kept}</p><p>{'水利管理' * 20}</p>".encode(codec)
    assert lines_of(read_html(page, "page.html").blocks)[0] == kept


def test_a_page_of_wide_characters_that_is_cut_off_keeps_all_others() -> None:
    page = "\ufeff<p>质量提升</p><p>尾".encode("utf-16-le") + b"\x00"
    assert lines_of(read_html(page, "page.html").blocks) == ["质量提升", "尾\ufffd"]


def test_the_euro_of_one_byte_is_one() -> None:
    page = '<meta charset="gbk"><p>价格'.encode("gb18030") + b"\x80" + f"100</p><p>{SENTENCES}".encode("gb18030")
    assert lines_of(read_html(page, "page.html").blocks)[0] == "价格€100"


@pytest.mark.parametrize(("head", "codec"), [("", "utf-8"), ("", "gb18030"), ('<meta charset="utf-8">', "gb18030")])
def test_a_damaged_page_is_read_in_the_encoding_that_it_is_in_whatever_it_says(head: str, codec: str) -> None:
    page = f"{head}<p>质量提升</p><p>{SENTENCES}</p><p>价格".encode(codec) + b"\xff" + "落实</p>".encode(codec)
    assert lines_of(read_html(page, "page.html").blocks) == ["质量提升", SENTENCES, "价格\ufffd落实"]


def test_bytes_that_are_no_text_are_refused_with_what_to_do() -> None:
    with pytest.raises(CorpusError, match=r"is not text.*; give the document"):
        read_html(b"<p>" + b"\xff\xfe\x80" * 200, "page.html")


def test_a_bad_byte_stands_as_such_with_its_line_and_place() -> None:
    start = '<meta charset="gbk">\n<p>价格'.encode("gb18030")
    page = start + b"\xff" + f"落实</p><p>{SENTENCES}".encode("gb18030")
    found = read_html(page, "page.html")
    assert lines_of(found.blocks)[0] == "价格\ufffd落实"
    assert found.left_out[Leaving.GLYPH] == 1
    assert f"0xFF in line 2 at offset {len(start)}" in draw(found.blocks)[1][0][1]


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<!-- saved from url=(0030)https://www.example.org/a.html -->", "https://www.example.org/a.html"),
        ("<!--\n Page saved with SingleFile \n url: https://www.example.org/b \n-->", "https://www.example.org/b"),
        ('<link rel="canonical" href="https://www.example.org/c">', "https://www.example.org/c"),
        ('<meta property="og:url" content="https://www.example.org/d">', "https://www.example.org/d"),
        ('<link rel="canonical" href="file:///C:/a.html">', ""),
        ("", ""),
    ],
)
def test_the_address_is_that_from_which_the_page_was_saved(head: str, address: str) -> None:
    assert read_html(f"{head}<p>质量".encode(), "page.html").address == address


def test_the_door_opens_a_page() -> None:
    opened = open_file(f"<!DOCTYPE html>{PAGE}".encode(), "page.html")
    assert opened.source.text.startswith("⟬\n某市关于水渠管护的通知_某市人民政府\n")
    assert opened.source.original is not None
    assert opened.source.original.program.startswith("html 1, libxml2 ")
    assert [problem.line for problem in opened.doubts] == [14, 16]


TAGS = (
    *("p", "div", "b", "span", "a", "table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "ul"),
    *("ol", "li", "h1", "br", "pre", "section", "dl", "dt", "dd", "center", "font", "form", "q"),
)
pieces = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        ["<!-- x -->", "</body>", "</html>", "<body>", "<head>", "<td rowspan=3 colspan=2>", "&nbsp;", "\n", "<"]
    ),
    st.just("字"),
)


@given(st.lists(pieces, max_size=40))
@example(["<table>", "字", "<tr>", "字", "<td>", "字"])
def test_no_word_is_lost_in_any_page_however_broken(parts: list[str]) -> None:
    body = "".join(f"字{number}。" if part == "字" else part for number, part in enumerate([*parts, "字"]))
    text = draw(read(body).blocks)[0]
    assert [number for number in range(len(parts) + 1) if f"字{number}。" in body and f"字{number}。" not in text] == []
