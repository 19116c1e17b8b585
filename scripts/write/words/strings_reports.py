"""Words of reports of problems, Chinese and English side by side; `strings.py` takes them in."""

from scripts.model.policy import Bilingual

REPORT_STRINGS: dict[str, Bilingual] = {
    "report": Bilingual("报告问题", "Report a problem"),
    "report-body": Bilingual("网页：{address}\r\n\r\n问题：\r\n", "Page: {address}\r\n\r\nProblem:\r\n"),
}
