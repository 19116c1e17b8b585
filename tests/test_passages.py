"""Topics: the sentences that are set side by side hold the topic's words, are whole, and say what they are."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from scripts.link.passages import SHOWN, word_pattern
from scripts.model.glossary import Topic
from scripts.model.lookup import Lookup
from scripts.model.vocabulary import Language
from scripts.text.sentences import align_sentences, chinese_sentences
from scripts.write.words.strings import say

NUMBER_PATTERN = re.compile(r"\d+(?:\.\d+)?")


def read_topic(site: Path, topic: str, language: Language) -> html.HtmlElement:
    prefix = "" if language is Language.ZH else "en/"
    content = (site / f"{prefix}topics/{topic}/index.html").read_bytes()
    return html.fromstring(content, parser=html.HTMLParser(encoding="utf-8"))


def texts_of(lookup: Lookup) -> dict[str, dict[str, str]]:
    """The text of every block of every policy."""
    return {
        policy.metadata.id: {block.anchor: policy.text[block.start : block.end] for block in policy.blocks()}
        for policy in lookup.archive.policies
        if policy.metadata
    }


@pytest.fixture(scope="module")
def blocks(lookup: Lookup) -> dict[str, dict[str, str]]:
    return texts_of(lookup)


def topics_of(lookup: Lookup) -> Iterator[Topic]:
    yield from lookup.archive.glossary.topics.values()


def test_every_excerpt_is_whole_sentences_of_its_paragraph(lookup: Lookup, blocks: dict[str, dict[str, str]]) -> None:
    for topic in topics_of(lookup):
        for shares in (lookup.treating(topic.id), lookup.naming_in_passing(topic.id)):
            for policy, places in shares.items():
                for place in places:
                    assert sum(len(passage.sentences) for passage in place.passages) <= SHOWN
                    for passage in place.passages:
                        paragraph = blocks[policy][passage.anchor]
                        assert passage.text.zh == paragraph
                        bounds = chinese_sentences(paragraph)
                        assert "".join(paragraph[start:end] for start, end in bounds) == paragraph
                        assert all(chinese in bounds for chinese, _ in passage.sentences)


def test_every_excerpt_has_a_word_of_the_topic_or_says_that_it_has_none(lookup: Lookup) -> None:
    for topic in topics_of(lookup):
        pattern = word_pattern(topic.words)
        for places in [*lookup.treating(topic.id).values(), *lookup.naming_in_passing(topic.id).values()]:
            for place in places:
                said = [p.text.zh[start:end] for p in place.passages for (start, end), _ in p.sentences]
                if any(pattern.search(sentence) for sentence in said):
                    assert all(pattern.search(sentence) for sentence in said)
                else:
                    assert place.is_named == bool(pattern.search(place.title.zh))


def test_a_policy_is_silent_only_where_no_word_of_the_topic_stands(
    lookup: Lookup, blocks: dict[str, dict[str, str]]
) -> None:
    for topic in topics_of(lookup):
        pattern = word_pattern(topic.words)
        spoken = {*lookup.treating(topic.id), *lookup.naming_in_passing(topic.id)}
        for policy, own in blocks.items():
            named = any(pattern.search(text) for text in own.values())
            assert policy in spoken or not named, (topic.id, policy)
    assert "youxian-2023" in lookup.naming_in_passing("metrology")


@pytest.mark.parametrize("language", list(Language))
def test_a_topic_page_shows_what_was_found_and_marks_it(site: Path, lookup: Lookup, language: Language) -> None:
    for topic in topics_of(lookup):
        page = read_topic(site, topic.id, language)
        treating, naming = lookup.treating(topic.id), lookup.naming_in_passing(topic.id)
        columns = {
            section[0].get("id"): section for section in page.xpath("//section[contains(@class, 'topic-place')]")
        }
        assert set(columns) == {*treating, *naming}
        for policy, section in columns.items():
            places = treating.get(policy) or naming[policy]
            shown = [" ".join(p.text_content().split()) for p in section.xpath(".//p[@class='said']")]
            assert shown
            assert not any("…" in sentence for sentence in shown)
            if language is Language.ZH:
                told = [p.text.zh[start:end] for q in places for p in q.passages for (start, end), _ in p.sentences]
                assert shown == [" ".join(sentence.split()) for sentence in told]
                unmarked = section.xpath(".//p[@class='said'][not(.//mark)]")
                note = say("assigned", language)
                notes = [p for p in section.xpath(".//p[@class='topic-note']") if p.text_content() == note]
                titled = section.xpath(".//p[@class='topic-where'][.//mark]")
                assert len(unmarked) <= len(notes) + len(titled)
            assert (say("only-in-passing", language) in section.text_content()) == (policy in naming)
            links = section.xpath(".//p[@class='topic-where']/a/@href")
            assert {q.anchor for q in places} <= {link.partition("#")[2] for link in links}


def test_the_numbers_of_the_list_of_topics_lead_to_what_is_said(site: Path, lookup: Lookup) -> None:
    page = html.fromstring((site / "topics/index.html").read_text(encoding="utf-8"))
    rows = page.xpath("//table//tbody/tr")
    assert len(rows) == len(lookup.archive.glossary.topics)
    for row in rows:
        topic = row.xpath("./th/a/@href")[0].rstrip("/")
        treating, naming = lookup.treating(topic), lookup.naming_in_passing(topic)
        for policy, cell in zip(sorted(lookup.policies), row.xpath("./td"), strict=True):
            words = cell.text_content().strip()
            assert words == (str(len(treating[policy])) if policy in treating else "提及" if policy in naming else "—")
            assert cell.xpath(".//a/@href") == ([f"{topic}/#{policy}"] if words != "—" else [])


def test_a_sentence_and_its_english_have_the_same_numbers(lookup: Lookup) -> None:
    pairs = agreeing = 0
    for policy in lookup.archive.policies:
        english = lookup.archive.english.get(policy.metadata.id if policy.metadata else "", {})
        for block in policy.blocks():
            zh, en = policy.text[block.start : block.end], english.get(block.anchor, "")
            aligned = align_sentences(zh, en) if en else []
            assert not en or [pair[0] for pair in aligned] == chinese_sentences(zh)
            for (start, end), (first, last) in aligned:
                numbers = [n for n in NUMBER_PATTERN.findall(zh[start:end]) if not re.search("[亿万·]", zh[start:end])]
                if numbers:
                    pairs += 1
                    agreeing += all(n in en[first:last].replace(",", "") for n in numbers)
    assert agreeing > 0.97 * pairs > 0


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("一。二。", "One. Two.", ["One.", "Two."]),
        ("办好“质量月”。到2025年，达到40家。（甲局负责）", "Hold it. By 2025, have 40. (Led by A)", ["Hold it.", "By 2025, have 40.", "(Led by A)"]),
        ("先做这一件事，再做那一件事。到2020年完成。", "First do this. Then do that. Finish by 2020.", ["First do this. Then do that.", "Finish by 2020."]),
        ("依据第5号文件。", "By document No. 5 of J. Smith.", ["By document No. 5 of J. Smith."]),
    ],
)  # fmt: skip
def test_sentences_find_their_english(chinese: str, english: str, expected: list[str]) -> None:
    assert [english[first:last] for _, (first, last) in align_sentences(chinese, english)] == expected
