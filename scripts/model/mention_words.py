"""The closed vocabulary of what a text mentions, and of what its responsibility notes say of a body."""

from enum import StrEnum


class Role(StrEnum):
    """What a responsibility note says of a body."""

    LEAD = "lead"  # 市农业局牵头, 牵头部门：
    SUPPORT = "support"  # 市财政局配合, 协办单位：
    RESPONSIBLE = "responsible"  # 市质监局负责, 责任部门：, 等按职责分工负责, beside a lead too


class MentionKind(StrEnum):
    """What a mention is of."""

    TERM = "term"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
