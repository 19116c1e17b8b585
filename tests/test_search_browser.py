"""A seeded thousand of strings in the real worker: every section that holds one is found, and no other."""

import random
import re

import pytest
from playwright.sync_api import Browser

from scripts.read.corpus import Corpus

MANY = 1000
PUNCTUATION = re.compile(r"[^\u4e00-\u9fff0-9A-Za-z%]")
QUERY_SCRIPT = """async (queries) => {
  const config = JSON.parse(document.querySelector('#__config').textContent)
  const worker = new Worker(new URL(config.search, location.href))
  const answers = new Map()
  const next = () => new Promise((resolve) => worker.addEventListener('message', (event) => resolve(event.data), { once: true }))
  worker.postMessage({ type: 0, data: { config: {}, docs: [], options: {} } })
  await next()
  const found = []
  for (const query of queries) {
    worker.postMessage({ type: 2, data: query })
    const { data } = await next()
    found.push(data.items.flatMap((group) => group.map((item) => item.location)))
  }
  worker.terminate()
  return found
}"""


@pytest.mark.parametrize("seed", [2026])
def test_strings_of_the_corpus_are_found_by_the_worker(
    browser: Browser, server: str, corpus: Corpus, seed: int
) -> None:
    chance = random.Random(seed)
    texts = [
        (policy.metadata.id, block.anchor, policy.text[block.start : block.end])
        for policy in corpus.archive.policies
        if policy.metadata
        for block in policy.blocks()
    ]
    plain = {
        policy.metadata.id: PUNCTUATION.sub(
            "", policy.text + "".join(corpus.archive.english[policy.metadata.id].values())
        )
        for policy in corpus.archive.policies
        if policy.metadata
    }
    queries: list[str] = []
    expected: list[set[str]] = []
    while len(queries) < MANY:
        _, _, text = chance.choice(texts)
        start = chance.randrange(len(text))
        string = text[start : start + chance.randint(4, 6)]
        if len(string) >= 4 and all("\u4e00" <= char <= "\u9fff" for char in string):
            queries.append(string)
            expected.append({policy for policy, _, other in texts if string in other})
    page = browser.new_page()
    page.goto(server)
    found = page.evaluate(QUERY_SCRIPT, queries)
    page.close()
    for string, policies, locations in zip(queries, expected, found, strict=True):
        hits = {location.split("/")[1] for location in locations if location.startswith("policies/")}
        assert policies <= hits, string
        assert all(string in plain[policy] for policy in hits), string
