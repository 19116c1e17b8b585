// The worker behind the theme's search box: it speaks the theme's protocol (stated in its source: SETUP 0, READY 1, QUERY 2,
// RESULT 3) and searches with our own engine. What it returns is escaped, for the theme puts it into the page as HTML.
// @ts-check
"use strict"

const scope = /** @type {any} */ (globalThis)
const isShim = "IFrameWorker" in (scope.parent ?? {}) // from a folder the theme runs workers in a frame
const here = isShim ? document.querySelector("script[src]")?.getAttribute("src") ?? "" : scope.location.href
const root = here.slice(0, here.lastIndexOf("assets/javascripts/workers/"))
const LANGUAGE = new URL(here, "file:///").searchParams.get("lang") === "en" ? "en" : "zh"
const MOST = 60 // results of the box: the search page has all

/** @type {Promise<void> | undefined} */
let ready

/** Loads the engine and the data; in a worker at once, in a frame by script elements. */
function prepare() {
  ready ??= (async () => {
    await load(root + "assets/javascripts/archive-search.js")
    await load(root + "assets/javascripts/archive-search-data.js")
    await scope.ArchiveSearchData.load(root + "data/search/", load)
  })()
  return ready
}

/** Brings one script. */
async function load(/** @type {string} */ url) {
  await scope.importScripts(url)
}

const KINDS = {
  zh: { term: "术语", indicator: "指标", organisation: "机构", document: "引用文件", topic: "专题", page: "页面" },
  en: { term: "Term", indicator: "Indicator", organisation: "Organisation", document: "Document", topic: "Topic", page: "Page" },
}[LANGUAGE]
const PREFIX = LANGUAGE === "en" ? "en/" : ""

/** An entry as the theme shows it. */
function entryItem(/** @type {any} */ hit, /** @type {any} */ query) {
  const { entry } = hit
  const name = LANGUAGE === "en" ? entry.en : entry.zh
  const other = LANGUAGE === "en" ? entry.zh : entry.en
  return {
    location: PREFIX + entry.url,
    title: markTerms(name, LANGUAGE, query),
    text: scope.ArchiveSearch.escapeHtml(`${KINDS[/** @type {keyof typeof KINDS} */ (entry.kind)]} · `) + markTerms(other, LANGUAGE === "en" ? "zh" : "en", query),
    score: hit.score,
    terms: {},
  }
}

/** A text with the query's terms marked. */
function markTerms(/** @type {string} */ text, /** @type {string} */ language, /** @type {any} */ query) {
  const searched = new scope.ArchiveSearch.Text(text, language === "en")
  return scope.ArchiveSearch.mark(text, query.required.flatMap((/** @type {any} */ term) => searched.find(term)))
}

/** A section as the theme shows it: printed number and title, the passage that matches, a link to its paragraph. */
function sectionItem(/** @type {any} */ hit, /** @type {any} */ query) {
  const { section } = hit.searchable
  const policy = scope.ArchiveSearchData.head.policies[section.policy]
  const places = hit.found.flat()
  const own = places.find((/** @type {any} */ p) => !p.text.isTitle && p.language === LANGUAGE) ?? places.find((/** @type {any} */ p) => p.language === LANGUAGE)
  const best = own ?? places.find((/** @type {any} */ p) => !p.text.isTitle) ?? places[0]
  const shown = best.text[LANGUAGE].original ? LANGUAGE : "zh"
  const spans = (/** @type {string} */ language) =>
    places.filter((/** @type {any} */ p) => p.text === best.text && p.language === language).map((/** @type {any} */ p) => p.span)
  const width = shown === "en" ? 240 : 110
  let text = best.text.isTitle
    ? scope.ArchiveSearch.excerpt(section.passages[0]?.[shown] ?? "", [], width) // the title stands above
    : scope.ArchiveSearch.excerpt(best.text[shown].original, spans(shown), width)
  if (!spans(shown).length) text += "<br>" + scope.ArchiveSearch.excerpt(best.text[best.language].original, spans(best.language), 110)
  const heading = section[`title_${LANGUAGE}`] || section.title_zh
  const title = heading.length > 4 ? heading : section[`label_${LANGUAGE}`] // a number alone says little
  return {
    location: `${PREFIX}policies/${policy.id}/#${best.text.isTitle ? section.anchor : best.text.anchor}`,
    title: markTerms(title, LANGUAGE, query),
    text,
    score: hit.score,
    terms: {},
  }
}

/** The theme's groups: each begins with an item for a page, to which the sections below belong. */
function groups(/** @type {any} */ result) {
  const found = result.entries.slice(0, 12).map((/** @type {any} */ hit) => [entryItem(hit, result.query)])
  const byPolicy = new Map()
  for (const hit of result.hits.slice(0, MOST)) {
    const { policy } = hit.searchable.section
    if (!byPolicy.has(policy)) byPolicy.set(policy, [])
    byPolicy.get(policy).push(hit)
  }
  const isNamed = result.entries.length > 0 && result.entries[0].score >= 4000
  const policies = [...byPolicy].map(([number, hits]) => {
    const policy = scope.ArchiveSearchData.head.policies[number]
    const count = result.hits.filter((/** @type {any} */ hit) => hit.searchable.section.policy === number).length
    const place = scope.ArchiveSearch.escapeHtml(policy[`place_${LANGUAGE}`])
    const words = LANGUAGE === "en" ? `${count} sections` : `${count}处`
    const head = {
      location: `${PREFIX}policies/${policy.id}/`,
      title: `${place} · ${scope.ArchiveSearch.escapeHtml(policy[LANGUAGE])}`,
      text: words,
      score: hits[0].score,
      terms: {},
    }
    return [head, ...hits.map((/** @type {any} */ hit) => sectionItem(hit, result.query))]
  })
  const merged = isNamed ? [found[0], ...policies, ...found.slice(1)] : [...policies, ...found]
  if (result.parts) {
    const words = LANGUAGE === "en" ? "No place has the whole; searched for its parts: " : "没有整句相符之处，已改查其中各词："
    merged.unshift([{ location: PREFIX, title: scope.ArchiveSearch.escapeHtml(words + result.parts.join(" ")), text: "", score: 0, terms: {} }])
  }
  return merged
}

scope.addEventListener("message", async (/** @type {MessageEvent} */ event) => {
  const { type, data } = event.data
  if (type === 0) {
    await prepare()
    scope.postMessage({ type: 1 })
  } else if (type === 2) {
    await prepare()
    scope.postMessage({ type: 3, data: { items: groups(await scope.ArchiveSearchData.search(String(data))) } })
  }
})
