"""The file with which the guide begins: a plan as an office sends it, with automatic numbers, and damaged on its way.

Its text is invented for the exercise and says so.
"""

from tests.extract.docx_files import cell, definition, level, listed, make_docx, p, r, row, table

DELETED = '<w:del w:id="1" w:author="a" w:date="2031-01-01T00:00:00Z"><w:r><w:delText>（征求意见稿）</w:delText></w:r></w:del>'
HIDDEN = r("此段仅供内部参阅。", "<w:vanish/>")
CENTRED = '<w:jc w:val="center"/>'
PART, ITEM = (1, 0), (1, 1)
LISTS = definition(
    0,
    level(0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>'),
    level(1, "chineseCounting", "（%2）", '<w:suff w:val="nothing"/>'),
) + listed(1, 0)
FIGURES = table(
    row(
        cell("序号", merge="restart"),
        cell("指标", merge="restart"),
        cell("目标值", span=2),
        cell("责任单位", merge="restart"),
    ),
    row(cell(merge="continue"), cell(merge="continue"), cell("2030年"), cell("2035年"), cell(merge="continue")),
    row("1", "制造业产品质量合格率（%）", "94.5", "96", cell("市市场监管局", merge="restart")),
    row("2", "主导和参与制定国家标准（项）", "12", "30", cell(merge="continue")),
    row("3", "土地规模化经营率（%）", "38", "45", "市农业农村局"),
)


def make_example() -> bytes:
    """Return the example as a DOCX file."""
    return make_docx(
        "".join(
            [
                p("浏阳市人民政府", more=CENTRED),
                p(r("关于印发《浏阳市质量提升行动实施方案（练习稿）》的通知"), DELETED, more=CENTRED),
                p("浏政发〔2031〕12号", more=CENTRED),
                p("各镇人民政府，市政府各部门："),
                p("现将《浏阳市质量提升行动实施方案（练习稿）》印发给你们，请认真组织实施。", HIDDEN),
                p("浏阳市人民政府"),
                p("2031年3月18日"),
                p("浏阳市质量提升行动实施方案（练习稿）", more=CENTRED),
                p("（2031—2035年）", more=CENTRED),
                p("本方案专为练习编写，内容均为虚构。"),
                p("总体要求", num=PART),
                p("指导思想。坚持质量第一、效益优先，加快建设质量**。", num=ITEM),
                p("主要目标。到2035年，全市产品、工程、服务质量全面提升，主要指标见下表。", num=ITEM),
                FIGURES,
                p("重点任务", num=PART),
                p("提升农产品质量。推进农业标准化生产，推行食用农产品合格证制度。（市农业农村局牵头）", num=ITEM),
                p("提升工业产品质量。支持企业导入卓越绩效等先进质量管理方法，培育质量标杆20家。", num=ITEM),
                p("保障措施", num=PART),
                p("各部门要加强组织领导，落实工作责任。本方案自印发之日起施行。"),
            ]
        ),
        numbering=LISTS,
    )
