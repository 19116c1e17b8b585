"""The closed vocabularies of the archive: every kind, level, rule and certainty that a file may name.

Enumerations are strings, so that they stand in YAML and JSON as themselves. Names that readers see in the two
languages live in `write/words/strings.py`; a test says that none is missing there.
"""

from enum import StrEnum

from scripts.model.formats import Format as Format  # noqa: PLC0414 - which all others take from here
from scripts.model.formats import Leaving as Leaving  # noqa: PLC0414
from scripts.model.grade_words import Grade as Grade  # noqa: PLC0414
from scripts.model.grade_words import GradeBy as GradeBy  # noqa: PLC0414
from scripts.model.mention_words import MentionKind as MentionKind  # noqa: PLC0414
from scripts.model.mention_words import Role as Role  # noqa: PLC0414


class Language(StrEnum):
    """The languages of the site, by the code that stands in addresses."""

    ZH = "zh"
    EN = "en"


class Script(StrEnum):
    """The script of a source text, after ISO 15924."""

    HANS = "Hans"
    HANT = "Hant"


class SectionKind(StrEnum):
    """What a section of a policy is, as the design names it."""

    BOOK = "book"  # 第一编
    SUB_BOOK = "sub-book"  # 第一分编
    CHAPTER = "chapter"  # 第三章
    DIVISION = "division"  # 第二节
    ARTICLE = "article"  # 第十四条
    PART = "part"  # 一、总体要求
    ITEM = "item"  # （一）指导思想
    SUBITEM = "subitem"  # 1.优化市场发展环境
    POINT = "point"  # （1）
    SUBPOINT = "subpoint"  # ①
    DETAIL = "detail"  # what stands deeper
    SUBDETAIL = "subdetail"  # and deeper still
    DASH = "dash"  # ——强化信息技术创新。
    BOX = "box"  # 专栏1：质量创新能力提升
    BOX_ITEM = "box-item"  # 1.加快技术创新联盟培育。 inside a box
    TABLE = "table"
    ROW = "row"
    ANNEX = "annex"  # 附件1, or a plan that follows the notice that issues it
    PREAMBLE = "preamble"  # what stands before the first part
    CLOSING = "closing"  # what follows the last part


class ResultKind(StrEnum):
    """What a result of the search is."""

    POLICY = "policy"
    TERM = "term"
    INDICATOR = "indicator"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    TOPIC = "topic"
    PAGE = "page"  # written by hand


class BlockKind(StrEnum):
    """What a block of text is; every block has an anchor of its own."""

    PARAGRAPH = "paragraph"
    TITLE = "title"  # the document's title, where the document prints it
    NUMBER = "number"  # 市委〔2018〕27号 2018年12月10日
    DATE = "date"  # 2023年4月17日, alone on its line
    SALUTATION = "salutation"  # 各镇（街道）人民政府：
    SIGNATURE = "signature"  # 绵阳市游仙区人民政府, alone on its line
    HEADING = "heading"  # 前言
    HEADER_CELL = "header-cell"
    CELL = "cell"


class Certainty(StrEnum):
    """How sure an emendation, or the identification of a text, is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    CONJECTURAL = "conjectural"


class EmendationKind(StrEnum):
    """Whose fault a spot is: the copy's, as the copy itself shows; or the drafters', or nobody can tell."""

    DAMAGE = "damage"  # the copy lost or changed something; a certain repair is printed
    SLIP = "slip"  # printed as received, always, with a note


class LayoutAction(StrEnum):
    """What an editor says of lines of a source."""

    DROP = "drop"  # they are no part of the document, and no rule knew
    KEEP = "keep"  # they are, whatever the rules hold of them
    TEXT = "text"  # they begin no section: each is a paragraph of what stands above
    CLOSING = "closing"  # with the first of them the document closes


class Level(StrEnum):
    """The administrative level of a place or body."""

    STATE = "state"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


class Rule(StrEnum):
    """Every rule that may change a source text, in the order in which the steps of reading apply them."""

    CONTROL = "control"
    NEWLINE = "newline"
    RADICAL = "radical"
    CELL = "cell"
    LAYOUT = "layout"
    LEFT_OUT = "left-out"
    SCRIPT = "script"
    MARKUP = "markup"
    WEB_PAGE = "web-page"
    PAGE_NUMBER = "page-number"
    CONTENTS = "contents"
    SPACE = "space"
    PUNCTUATION = "punctuation"
    WRAPPED_LINE = "wrapped-line"
    WIDTH = "width"
    GLYPH = "glyph"
    EMENDATION = "emendation"


class TermKind(StrEnum):
    """What a term of the glossary is."""

    ABBREVIATION = "abbreviation"
    SLOGAN = "slogan"
    CONCEPT = "concept"
    METHOD = "method"
    SYSTEM = "system"
    PROGRAMME = "programme"
    AWARD = "award"
    CERTIFICATION = "certification"
    STRATEGY = "strategy"


class OrganisationKind(StrEnum):
    """What a body is."""

    GOVERNMENT = "government"
    PARTY = "party"
    INSTITUTION = "institution"
    ASSOCIATION = "association"
    COMPANY = "company"


class DocumentKind(StrEnum):
    """What a cited document is."""

    LAW = "law"
    REGULATION = "regulation"
    RULES = "rules"
    DECISION = "decision"
    OPINION = "opinion"
    PLAN = "plan"
    OUTLINE = "outline"
    NOTICE = "notice"
    MEASURES = "measures"
    STANDARD = "standard"


class Comparator(StrEnum):
    """How a target's value is meant."""

    AT_LEAST = ">="  # 97%以上, 不少于5项
    AT_MOST = "<="  # 以内, 不超过
    EQUAL = "="  # 达到100%
    ABOVE = ">"  # 突破3000亿元
    BELOW = "<"  # 低于
    ABOUT = "~"  # 98%左右


class Change(StrEnum):
    """Whether a figure's value is a change, and which way; independent of how the value is meant."""

    INCREASE = "increase"  # 增长8%, 新增50家以上
    DECREASE = "decrease"  # 下降10%


class EditionKind(StrEnum):
    """What an edition of a policy is."""

    PUBLISHED = "published"  # the first one
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"  # the last one


class TargetKind(StrEnum):
    """Whether a figure is promised or was already reached."""

    TARGET = "target"
    BASELINE = "baseline"


class TargetAction(StrEnum):
    """What an editor does to a figure that the rules found, or did not find."""

    CONFIRM = "confirm"
    MEND = "mend"
    ADD = "add"
    DROP = "drop"


class Ending(StrEnum):
    """How a policy ceased to be in force; that its period is over is neither."""

    EXPIRED = "expired"  # 有效期届满
    REPEALED = "repealed"  # 废止


class Direction(StrEnum):
    """Whether more or less of an indicator is better."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


class Comparability(StrEnum):
    """Whether figures of two policies for an indicator may be compared."""

    FULL = "full"
    LIMITED = "limited"  # scope or method differ: the note says how
    NONE = "none"
