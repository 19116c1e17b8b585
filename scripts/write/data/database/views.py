"""The views of the database: each answers a question that people ask of the tables."""

from dataclasses import dataclass

from scripts.model.policy import Bilingual


@dataclass(frozen=True, slots=True)
class View:
    """A question, and the query that answers it."""

    name: str
    question: Bilingual
    query: str


VIEWS: tuple[View, ...] = (
    View(
        "passages",
        Bilingual("某词句出现在哪些标题和段落？", "Which headings and paragraphs hold these words?"),
        """
SELECT anchors.number, anchors.policy, anchors.anchor, place_zh, place_en, kind,
  title_zh AS zh, title_en AS en, url, url_en
FROM sections JOIN anchors USING (policy, anchor)
WHERE title_zh IS NOT NULL
UNION ALL
SELECT anchors.number, anchors.policy, anchors.anchor, place_zh, place_en, kind, zh, en, url, url_en
FROM blocks JOIN anchors USING (policy, anchor)
""",
    ),
    View(
        "targets_by_place_and_year",
        Bilingual("各地区各年份有哪些目标？", "Which targets does each place set for each year?"),
        """
SELECT places.name_zh AS place_zh, places.name_en AS place_en, year, policy,
  name AS name_zh, targets.name_en, written_zh, written_en, quote, quote_en, url
FROM targets JOIN places USING (place)
WHERE targets.kind = 'target' AND repeats IS NULL
ORDER BY place, year IS NULL, year, policy, start
""",
    ),
    View(
        "same_indicator",
        Bilingual("两份文件对同一指标各定多少？", "What do two policies each set for the same indicator?"),
        """
SELECT indicator, indicators.name_zh, indicators.name_en, indicators.comparability,
  a.policy, a.year, a.written_zh, a.written_en, a.url,
  b.policy AS other_policy, b.year AS other_year, b.written_zh AS other_written_zh,
  b.written_en AS other_written_en, b.url AS other_url
FROM indicators
JOIN targets AS a USING (indicator)
JOIN targets AS b USING (indicator)
WHERE a.policy < b.policy AND a.kind = 'target' AND b.kind = 'target'
  AND a.repeats IS NULL AND b.repeats IS NULL
ORDER BY indicator, a.policy, a.start, b.policy, b.start
""",
    ),
    View(
        "who_leads_what",
        Bilingual("哪个机构牵头哪项工作？", "Who leads what?"),
        """
SELECT organisations.policy, organisation, coalesce(name_zh, text) AS name_zh, name_en,
  place_zh AS section_zh, place_en AS section_en, title_zh, title_en, organisations.url
FROM organisations
JOIN anchors USING (policy, anchor)
LEFT JOIN sections USING (policy, anchor)
WHERE role = 'lead'
ORDER BY organisations.policy, organisations.start
""",
    ),
    View(
        "documents_cited",
        Bilingual(
            "每份文件被几份政策引用？哪些是全部政策都引用的？",
            "How many policies cite each document? Which do all cite?",
        ),
        """
SELECT document, title_zh, title_en, document_list.number, document_list.date, places, policies,
  policies = (SELECT count(*) FROM policies) AS by_all
FROM document_list JOIN (
  SELECT document, count(*) AS places, count(DISTINCT policy) AS policies
  FROM citations WHERE document IS NOT NULL AND ground <> 'self' GROUP BY document
) USING (document)
ORDER BY policies DESC, places DESC, document
""",
    ),
    View(
        "topics_by_policy",
        Bilingual(
            "每份文件在几处论及各专题？哪些未论及？",
            "In how many places does each policy treat each topic, and which does it leave out?",
        ),
        """
SELECT topic, name_zh, name_en, policy, count(anchor) AS places
FROM topics GROUP BY topic, policy
ORDER BY topic, policy
""",
    ),
    View(
        "terms_by_policy",
        Bilingual("各文件使用某术语多少次？", "How often does each policy use a term?"),
        """
SELECT term, terms.zh, terms.en, policy, count(*) AS times
FROM occurrences JOIN terms USING (term)
GROUP BY term, policy
ORDER BY term, policy
""",
    ),
)
