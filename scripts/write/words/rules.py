"""What each rule does that may change a source text, Chinese and English side by side; `strings.py` takes them in."""

from scripts.model.bilingual import Bilingual
from scripts.model.vocabulary import Rule

RULES: dict[Rule, Bilingual] = {
    Rule.CONTROL: Bilingual("略去不可见的控制字符", "Invisible control characters left out"),
    Rule.NEWLINE: Bilingual("统一换行符", "Line endings made uniform"),
    Rule.RADICAL: Bilingual(
        "部首与旧版国标的字符还原为本字",
        "Radicals and characters of earlier standards put back to those that they stand for",
    ),
    Rule.CELL: Bilingual("表格改为一格一行", "Tables set one cell a line"),
    Rule.LAYOUT: Bilingual("略去缩进、行末空格与空行", "Indents, trailing spaces and blank lines left out"),
    Rule.LEFT_OUT: Bilingual("略去编者指定的行", "Lines left out by the editors"),
    Rule.SCRIPT: Bilingual("机器转换的繁体还原为简体", "Machine-made Traditional characters turned back to Simplified"),
    Rule.MARKUP: Bilingual("略去标记语言的符号", "Signs of a markup language left out"),
    Rule.WEB_PAGE: Bilingual("略去文件前后的网页内容", "Web page around the document left out"),
    Rule.PAGE_NUMBER: Bilingual("略去页码与书眉", "Page numbers and running heads left out"),
    Rule.CONTENTS: Bilingual("略去与正文标题重复的目录", "Table of contents left out that repeats the headings"),
    Rule.SPACE: Bilingual("略去或统一多余的空格", "Stray spaces left out or made uniform"),
    Rule.PUNCTUATION: Bilingual("半角标点还原为全角", "Half-width punctuation turned back to full-width"),
    Rule.WRAPPED_LINE: Bilingual("接合句中误断的行", "Lines broken inside a sentence joined"),
    Rule.WIDTH: Bilingual("全角字母与数字改为半角", "Full-width letters and digits made half-width"),
    Rule.GLYPH: Bilingual("还原形近误字", "Look-alike characters put right"),
    Rule.EMENDATION: Bilingual("编者校改", "Emended by the editors"),
}
