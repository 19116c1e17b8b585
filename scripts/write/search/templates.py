"""The searches that a search server keeps for the search page, as templates: what varies are words, filters, a part.

A page names a search and gives what varies; no reader's request holds a query of its own. `must` has the terms that
a section needs, or `atleast` so many of them; `with` the function words beside them, `not` what it may not have. A term
is an object that says how it is looked for (`docs/assets/javascripts/search/server.js` makes them):

- `string`, `char`: Chinese or mixed, in the Chinese texts and in what is quoted in English;
- `own`, `ownchar`: other terms, as they stand in the Chinese texts;
- `forms`, `exact`, `number`: English words in all their forms, as they stand, a number with its per cent sign and not;
- `prefix` (with `both`: the form and the prefix), `opened`: a last word, alone or behind others, as far as it is typed;
- `share`, `wordshare`: what one of its places counts, 1 or its length, divided by the pairs or words that it has, since
  the server adds it up for each of them; `first`, where it is the first.

The score of a term is how often it stands there (`opensearch.py`). A place that a prefix and a form both have is one
place; so what both have is also found apart, with a weight by which the sum can tell it from the others.
"""

import json

BOTH = 4096
"""The weight of what is to be taken off; no section has so many places."""
MOST_POLICIES = 10_000
"""So many policies and entries are counted by themselves, and put in an order."""
MOST_PREFIXED = 1024
"""So many words with one beginning are counted."""
RANKED, PART = 100, 200
"""So many hits are ranked over all policies, and given out at once."""
TIME = "2s"
"""How long a search may take: less than nginx waits for it (`hosting/search-server.conf`)."""

# what comes first is worth more than all that follows together, as in docs/assets/javascripts/search/rank.js
TAKEN = f"(_score % {BOTH} - Math.floor(_score / {BOTH}))"
DENSITY = f"300 * Math.min(1, {TAKEN} / (doc['SIZE'].value + 20.0)) + 60 / (1 + doc['SIZE'].value / 50.0)"
IN_NAME = "3000 + 1500 * Math.min(1, params.taken / Math.max(1.0, doc['NAME'].value))"
WHOLE_NAME = 10_000
GAPS = ((60, 200), (20, 200), (6, 200), (1, 300))
"""How far apart all terms stand at most, and what that is worth."""
COUNT = f"double found = _score.doubleValue(); return Math.round(found % {BOTH}) - Math.floor(found / {BOTH});"
"""How many places a section has."""

EVERYTHING, NOTHING = '{"match_all":{"boost":0}}', '{"match_none":{}}'
"""What ends a list: it changes nothing."""
POLICY, ENTRY = '{"term":{"kind":"policy"}}', '{"bool":{"must_not":[{"term":{"kind":"policy"}}]}}'
BY_SCORE = '[{"_score":"desc"},{"ordinal":"asc"}]'
WORDED = ("words", "forms", "forms_names")
FILTERS = ("place_zh", "year", "level", "kind", "topics", "path")


def make_templates() -> dict[str, str]:
    """Return the text of each search by its name."""
    matched, ranked = f'{{"bool":{matching()}}}', rank()
    places, best = {"sum": {"script": {"source": COUNT}}}, {"max": {"script": {"source": "_score"}}}
    policies = f'{{"filter":{POLICY},"aggs":{by_collection(places=places)}}}'
    entries = f'{{"filter":{ENTRY},"aggs":{by_collection()}}}'
    start = f'"from":"{when("from", "{{from}}")}{unless("from", "0")}"'
    terms = f'{{"bool":{{"should":[{each("must", once(term()))}{NOTHING}]}}}}'
    searches = {
        "counts": search(0, matched, f'"aggs":{{"policies":{policies},"entries":{entries}}}'),
        "ranked": search(RANKED, ranked, f'"sort":{BY_SCORE},"aggs":{by_collection(best=best)}'),
        "hits": search(PART, ranked, f'"sort":{BY_SCORE},{start}'),
        "following": search(PART, matched, '"sort":[{"ordinal":"asc"}]'),
        "most": search(1, terms, '"_source":false'),
    }
    return {name: text.replace("{{{", "{ {{") for name, text in searches.items()}  # three would begin a variable


def search(size: int, query: str, more: str) -> str:
    """Return a search."""
    return f'{{"size":{size},"timeout":"{TIME}","track_total_hits":true,"query":{query},{more}}}'


def by_collection(**measures: object) -> str:
    """Return what counts the hits of every collection; the `best` come first where that is measured."""
    order = [{name: "desc"} for name in measures if name == "best"] or [{"_count": "desc"}]
    terms = {"field": "collection", "size": MOST_POLICIES, "order": [*order, {"_key": "asc"}]}
    return json.dumps({"by": {"terms": terms} | ({"aggs": measures} if measures else {})})


def when(name: str, text: str) -> str:
    """Return a text that stands where a parameter is given, once for each member of a list."""
    return f"{{{{#{name}}}}}{text}{{{{/{name}}}}}"


def unless(name: str, text: str) -> str:
    """Return a text that stands where a parameter is not given."""
    return f"{{{{^{name}}}}}{text}{{{{/{name}}}}}"


def each(name: str, text: str) -> str:
    """Return a text that stands once for each member of a list, a comma behind it."""
    return when(name, f"{text},")


def once(query: str) -> str:
    """Return a query that counts for one where it matches."""
    return f'{{"constant_score":{{"filter":{query}}}}}'


def phrase(field: str, name: str, sign: str = "") -> str:
    """Return a phrase; its score is how often it stands there, by what each place counts."""
    share = "{{wordshare}}" if field in WORDED else "{{share}}"
    return when(name, f'{{"match_phrase":{{"{field}":{{"query":"{{{{{name}}}}}{sign}","boost":"{share}"}}}}}},')


def term() -> str:
    """Return what finds one term: any of its ways, in the languages that are asked for."""
    chinese = phrase("own", "string") + phrase("own.one", "char") + phrase("own", "own") + phrase("own.one", "ownchar")
    english = phrase("quoted", "string") + phrase("quoted.one", "char") + phrase("forms", "forms")
    english += phrase("words", "exact") + phrase("words", "number") + phrase("words", "number", "%") + open_word()
    ways = when("zh", chinese) + when("en", english)
    return f'{{"bool":{{"minimum_should_match":1,"should":[{ways}{NOTHING}]}}}}'


def open_word() -> str:
    """Return what finds a last word as far as it is typed: every section that has it, then how often."""
    counted = f'"rewrite":"top_terms_{MOST_PREFIXED}"'
    every = '{"constant_score":{"filter":{"prefix":{"words":"{{prefix}}"}},"boost":0}},'
    often = f'{{"prefix":{{"words":{{"value":"{{{{prefix}}}}",{counted}}}}}}},'
    both = f'{{"prefix":{{"both":{{"value":"{{{{both}}}}","boost":{BOTH},{counted}}}}}}},'
    behind = f'{{"match_phrase_prefix":{{"words":{{"query":"{{{{opened}}}}","max_expansions":{MOST_PREFIXED}}}}}}},'
    return when("prefix", every + often) + when("both", both) + when("opened", behind)


def matching() -> str:
    """Return what a section must have and not have: the terms, and what filters ask."""
    loose = f'"should":[{each("must", term())}{NOTHING}],"minimum_should_match":"{{{{atleast}}}}"'
    strict = f'"must":[{each("must", term())}{EVERYTHING}]'
    wanted = "".join(when(name, f'{{"term":{{"{name}":"{{{{{name}}}}}"}}}},') for name in FILTERS)
    wanted += when("over", '{"range":{"until":{"gt":0,"lt":"{{over}}"}}},')
    wanted += when("running", '{"range":{"until":{"gte":"{{running}}"}}},')
    asked = (
        each("with", term()) + when("filters", wanted) + when("policies", f"{POLICY},") + when("entries", f"{ENTRY},")
    )
    asked += when("within", f'{{"terms":{{"collection":[{each("among", "{{.}}")}-1]}}}},')
    asked += when("after", '{"range":{"ordinal":{"gt":"{{after}}"}}},')
    excluded = f'"must_not":[{each("not", term())}{NOTHING}]'
    return f'{{{when("atleast", loose)}{unless("atleast", strict)},{excluded},"filter":[{asked}{EVERYTHING}]}}'


def rank() -> str:
    """Return what a section must have, ranked nearly as the files rank it; the page ranks the first ones again."""
    functions = [
        *(when("english", scored(DENSITY, "en_size")), unless("english", scored(DENSITY, "zh_size"))),
        when("english", f'{{"filter":{in_name()},{scored(IN_NAME, "en_name")[1:]}'),
        unless("english", f'{{"filter":{in_name()},{scored(IN_NAME, "zh_name")[1:]}'),
        *(when("near", f'{{"filter":{near(gaps)},"weight":{weight}}},') for gaps, weight in GAPS),
        f'{{"filter":{{"term":{{"keys":"{{{{whole}}}}"}}}},"weight":{WHOLE_NAME}}}',
    ]
    query = f'{{"bool":{matching()}}}'
    modes = '"score_mode":"sum","boost_mode":"replace"'
    return f'{{"function_score":{{"query":{query},{modes},"functions":[{"".join(functions)}]}}}}'


def scored(script: str, field: str) -> str:
    """Return a function that gives a score by a script."""
    source = script.replace("SIZE", field).replace("NAME", field)
    taken = when("taken", "{{taken}}") + unless("taken", "1")
    return f'{{"script_score":{{"script":{{"source":"{source}","params":{{"taken":{taken}}}}}}}}},'


def in_name() -> str:
    """Return what finds sections whose names have all terms in one language."""
    chinese = phrase("own_names", "string") + phrase("own_names.one", "char") + phrase("own_names", "own")
    english = phrase("forms_names", "forms") + phrase("forms_names", "exactforms")
    all_of = [each("must", f'{{"bool":{{"should":[{ways}{NOTHING}]}}}}') for ways in (chinese, english)]
    languages = [f'{{"bool":{{"filter":[{terms}{EVERYTHING}]}}}}' for terms in all_of]
    return f'{{"bool":{{"should":[{",".join(languages)}]}}}}'


def near(gaps: int) -> str:
    """Return what finds sections in which all terms stand with no more than so many gaps between them."""

    def stands(field: str, name: str) -> str:
        query = f'"query":"{{{{{name}}}}}","max_gaps":0,"ordered":true,"use_field":"{field}"'
        return when(name, f'{{"match":{{{query}}}}}')

    ways = stands("own", "string") + stands("own.one", "char") + stands("forms", "forms")
    all_of = f'"intervals":[{when("must", unless("first", ",") + ways)}],"max_gaps":{gaps},"ordered":false'
    return f'{{"intervals":{{"{{{{near}}}}":{{"all_of":{{{all_of}}}}}}}}}'
