"""Words on a policy's time: what it plans for, whether it is in force, what took its place."""

from scripts.model.policy import Bilingual

STATUS_STRINGS: dict[str, Bilingual] = {
    "planned-for": Bilingual("规划年份", "Planned for"),
    "planned-unknown": Bilingual("未提", "not stated"),
    "period-years": Bilingual("{first}—{last}年", "{first}–{last}"),
    "and-year": Bilingual("{years}和{last}", "{years} and {last}"),
    "status-period": Bilingual("规划期为{years}（{place}）。", "The plan covers {years} ({place})."),
    "status-goals": Bilingual("总体目标定至{years}（{place}）。", "The overall goals are set for {years} ({place})."),
    "status-period-over": Bilingual("规划期已经结束。", "That period has ended."),
    "status-goals-over": Bilingual("目标年份已过。", "The time set for them has passed."),
    "status-unknown": Bilingual("文件现在是否有效，本馆尚未查证。", "We have not yet verified whether the policy is still in force."),
    "status-in-force": Bilingual("{date}起施行（{ground}）。", "In force from {date} ({ground})."),
    "status-expired": Bilingual("有效期至{date}（{ground}）。", "Valid until {date} ({ground})."),
    "status-repealed": Bilingual("{date}废止（{ground}）。", "Repealed on {date} ({ground})."),
    "status-replaced": Bilingual("已由{title}取代（{ground}）。", "Replaced by {title} ({ground})."),
    "status-source": Bilingual("据{page}，{date}查阅", "according to {page}, read on {date}"),
    "status-page": Bilingual("这一网页", "this page"),
}  # fmt: skip
PERIOD_CHOICES: dict[str, Bilingual] = {
    "running": Bilingual("年份未过", "not over yet"),
    "over": Bilingual("年份已过", "over"),
}
"""Whether the years that a policy plans for are over on the reader's day, to choose from."""
