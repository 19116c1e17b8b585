// The search page's words and HTML: hits as passages, as a concordance, counted by policy; entries; suggestions; and the hits as
// a CSV file. Whatever comes from a text or a query is escaped.
// @ts-check
"use strict"

/** @typedef {{sections: number, places: number | null, entries: number}} Counts */

var ArchiveSearchViews = (() => {
  /** @type {Language} */
  const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh" : "en"
  /** @type {Language} */
  const OTHER = LANGUAGE === "zh" ? "en" : "zh"
  const WIDTH = { zh: 120, en: 240 }
  const MOST_BARS = 20
  const LISTS = ["policy", "term", "indicator", "topic", "organisation", "document"]
  const MOST_MARKED = 8
  const STOP = say("stop")
  const N = ArchiveWords.number
  const OWN = {
    zh: {
      found: (/** @type {string[]} */ parts) => `${parts.join("；")}。`,
      occurring: (/** @type {string} */ sections, /** @type {string} */ places) => `${sections}，出现${places}`,
      each: (/** @type {string} */ sections, /** @type {string} */ places) => `${sections}，各词共${places}`,
      eachNote: "各词分别计数。",
      phrase: (/** @type {string} */ words, /** @type {string} */ counted) => `连在一起的${words}：${counted}。`,
      suggested: (/** @type {number} */ n) => `下面列出${n}种可以改查的说法。`,
      suggestions: "建议改查",
      meant: "您要查的是不是：",
      also: "又作：",
      takeOff: (/** @type {string} */ label) => `去掉筛选“${label}”`,
      chips: "检索词中的筛选条件",
      unfiltered: "不加筛选",
      ways: "也可以从各栏目找起：",
      between: "、",
      loading: "正在检索…",
      collecting: (/** @type {number} */ done, /** @type {number} */ all) => `正在载入各处原文：${N(done)}／${N(all)}节`,
      resting: { down: "检索服务器暂时没有回应，以下改由浏览器查本站文件，结果相同。", edition: "检索服务器上还没有这一版的内容，以下改由浏览器查本站文件，结果相同。" },
      entries: "词条和页面",
      save: "保存全部结果（CSV）",
      more: (/** @type {number} */ n) => `再显示${n}节`,
      moreLines: (/** @type {number} */ n) => `再显示${n}处`,
      moreEntries: (/** @type {number} */ n) => `再显示${n}个`,
      byPolicy: { places: "各文件出现处数", sections: "各文件相符节数" },
      others: (/** @type {number} */ n) => `其余${n}份文件`,
      filters: (/** @type {number} */ n) => `筛选和显示${n ? `（已选${n}项）` : ""}`,
      columns: ["文件", "位置", "语言", "前文", "检索词", "后文", "网址", "译文状态"],
    },
    en: {
      found: (/** @type {string[]} */ parts) => `${parts.join("; ")}.`,
      occurring: (/** @type {string} */ sections, /** @type {string} */ places) => `${sections}, ${places}`,
      each: (/** @type {string} */ sections, /** @type {string} */ places) => `${sections}, ${places} of the words`,
      eachNote: "Each word is counted by itself. ",
      phrase: (/** @type {string} */ words, /** @type {string} */ counted) => `Together, as ${words}: ${counted}.`,
      suggested: (/** @type {number} */ n) => (n === 1 ? "One suggestion follows." : `${n} suggestions follow.`),
      suggestions: "Search instead for",
      meant: "Did you mean ",
      also: "Also: ",
      takeOff: (/** @type {string} */ label) => `Take off the filter “${label}”`,
      chips: "Filters in the query",
      unfiltered: "without the filters",
      ways: "Or start from a list: ",
      between: ", ",
      loading: "Searching…",
      collecting: (/** @type {number} */ done, /** @type {number} */ all) => `Loading the text of every occurrence: ${N(done)} of ${ArchiveWords.count("en", "section", all)}`,
      resting: { down: "The search server is not answering; your browser searches the archive’s files instead, with the same results.", edition: "The search server does not have this edition yet; your browser searches the archive’s files instead, with the same results." },
      entries: "Entries and pages",
      save: "Save all occurrences (CSV)",
      more: (/** @type {number} */ n) => `Show ${n} more`,
      moreLines: (/** @type {number} */ n) => `Show ${n} more`,
      moreEntries: (/** @type {number} */ n) => `Show ${n} more`,
      byPolicy: { places: "Occurrences by policy", sections: "Sections by policy" },
      others: (/** @type {number} */ n) => (n === 1 ? "1 other policy" : `${n} other policies`),
      filters: (/** @type {number} */ n) => `Filters and display${n ? ` (${n} chosen)` : ""}`,
      columns: ["policy", "section", "language", "before", "match", "after", "address", "translation"],
    },
  }[LANGUAGE]
  const WORDS = Object.assign({}, OWN, {
    parts: (/** @type {string[]} */ parts) => ArchiveWords.parts(LANGUAGE, parts) + STOP,
    reading: (/** @type {string} */ words) => say("reading", { words }) + STOP,
    short: say("short") + STOP,
    long: ArchiveWords.long(LANGUAGE) + STOP,
    none: say("nothing") + STOP,
    failed: say("failed") + STOP,
    group: (/** @type {number} */ n) => count("section", n),
  })
  const html = ArchiveMarks.escape

  function say(/** @type {string} */ key, /** @type {Record<string, string>} */ values = {}) {
    return ArchiveWords.say(LANGUAGE, key, values)
  }

  function count(/** @type {Counted} */ what, /** @type {number} */ n) {
    return ArchiveWords.count(LANGUAGE, what, n)
  }

  /** How much was found: sections of policies with the occurrences in them, of several words each by itself; entries. */
  function counted(/** @type {Counts} */ { sections, places, entries }, /** @type {boolean} */ isEach) {
    const own = count("policy-section", sections)
    const found = places === null || !sections ? own : (isEach ? WORDS.each : WORDS.occurring)(own, count("occurrence", places))
    return WORDS.found([...(sections ? [found] : []), ...(entries ? [count("entry", entries)] : [])])
  }

  /** The address of a place in the reader's language, from the search page, with words to be marked there (page/found-words.js). */
  function link(/** @type {Place} */ place, /** @type {string[]} */ words = []) {
    const [path, anchor] = `../${ArchiveAddresses.below(place, location.protocol === "file:")}`.split("#")
    const marked = words.map((word) => `h=${encodeURIComponent(word)}`).join("&")
    return html(path + (marked && `?${marked}`) + (anchor ? `#${anchor}` : ""))
  }

  /** The words that were found in units, as they stand in the reader's language. */
  function wordsOf(/** @type {Unit[]} */ units, /** @type {Query} */ query) {
    const own = units.filter((unit) => unit.language === LANGUAGE)
    const found = own.map(({ text, language }) => ArchiveMarks.findAll(text, language, query).map(([start, end]) => text.slice(start, end)))
    return [...new Set(ArchiveLists.flatten(found))].slice(0, MOST_MARKED)
  }

  function lang(/** @type {Language} */ language) {
    return `lang="${ArchiveWords.say(language, "tag")}"`
  }

  /** The mark behind English that nobody has confirmed yet. */
  function draft(/** @type {{isDraft: boolean}} */ { isDraft }) {
    return isDraft ? ` <span class="hit-label" ${lang(LANGUAGE)}>${html(say("draft"))}</span>` : ""
  }

  /** A link to another search with the filters of a state. */
  function search(/** @type {string} */ query, /** @type {Partial<State>} */ state) {
    const whole = state.query ? `${state.query} ${query}` : query // behind filters that were typed
    const asked = new URLSearchParams(/** @type {Record<string, string>} */ (Object.assign({}, state, { query: whole })))
    const own = ArchiveText.HAN.test(query) ? "zh" : "en"
    return `<a href="?${html(asked.toString())}"${own === LANGUAGE ? "" : ` ${lang(own)}`}>${html(query)}</a>`
  }

  /** How several words are counted; and that so many sections have them as a phrase, with a link that searches for it. */
  function phrase(/** @type {string} */ query, /** @type {Counts} */ { sections, places }, /** @type {Partial<State>} */ state) {
    const found = html(WORDS.occurring(count("section", sections), count("occurrence", Number(places))))
    return `<p class="search-page-phrase">${html(WORDS.eachNote)}${sections ? WORDS.phrase(search(query, state), found) : ""}</p>`
  }

  /** Queries as links, in a line that begins with words. */
  function line(/** @type {string} */ words, /** @type {string[]} */ queries, /** @type {Partial<State>} */ state) {
    const links = queries.map((query) => search(query, state)).join(html(WORDS.between))
    return links && `<p class="search-page-note">${html(words)}${links}${LANGUAGE === "zh" ? "" : "."}</p>`
  }

  /** What may have been meant by a query that is nowhere as a whole. */
  function meant(/** @type {Suggestion[]} */ list, /** @type {Partial<State>} */ state) {
    return line(WORDS.meant, list.map(({ query }) => query), state).replace(".</p>", "?</p>")
  }

  const also = (/** @type {string[]} */ names, /** @type {Partial<State>} */ state) => line(WORDS.also, names, state)

  /** The filters that were typed, as buttons that take them off. */
  function chips(/** @type {TypedFilter[]} */ filters) {
    const items = filters.map(({ label, written }) => {
      const words = html(label[LANGUAGE])
      return `<li><button class="action search-chip" type="button" data-written="${html(written)}" aria-label="${html(WORDS.takeOff(label[LANGUAGE]))}">${words} <span aria-hidden="true">×</span></button></li>`
    })
    return `<ul class="search-chips" aria-label="${html(WORDS.chips)}">${items.join("")}</ul>`
  }

  /** What else to search for, and the lists to start from. */
  function suggestions(/** @type {Suggestion[]} */ list, /** @type {Partial<State>} */ state) {
    const items = list.map(({ query, count: n, isUnfiltered }) => {
      const note = `${isUnfiltered ? `${WORDS.unfiltered}${WORDS.between}` : ""}${count("section", n)}`
      return `<li>${search(query, isUnfiltered ? {} : state)} <span class="hit-label">${html(note)}</span></li>`
    })
    const found = items.length ? `<h2 class="search-title">${html(WORDS.suggestions)}</h2><ul class="search-suggestions">${items.join("")}</ul>` : ""
    const ways = LISTS.map((kind) => `<a href="${link({ path: `${kind === "policy" ? "policie" : kind}s/`, anchor: "" })}">${html(say(`kind-many-${kind}`))}</a>`)
    return `${found}<p class="search-ways">${html(WORDS.ways)}${ways.join(html(WORDS.between))}${html(STOP)}</p>`
  }

  /** A section with the passages in which something was found, and their lines in the other language where that was found. */
  function hit(/** @type {Hit} */ hit, /** @type {Query} */ query) {
    const section = hit[LANGUAGE]
    const spans = (/** @type {Unit | undefined} */ unit) => (unit ? ArchiveMarks.findAll(unit.text, unit.language, query) : [])
    const [best] = hit.best
    const own = section.units()
    const other = hit[OTHER].units()
    const numbers = [...own.keys()].filter((i) => !own[i].isName && (spans(own[i]).length || spans(other[i]).length))
    numbers.sort((a, b) => (b === best ? 1 : 0) - (a === best ? 1 : 0))
    const lines = numbers.slice(0, 3).map((i) => {
      const shown = [own[i], ...(spans(other[i]).length && !spans(own[i]).length ? [other[i]] : [])].filter((unit) => unit && unit.text)
      return shown.map((unit) => `<p ${lang(unit.language)}>${ArchiveMarks.excerpt(unit.text, spans(unit), WIDTH[unit.language])}${draft(unit)}</p>`).join("")
    })
    const anchor = own[best].isName || !numbers.includes(best) ? section.anchor : own[best].anchor
    const titleSpans = ArchiveMarks.findAll(section.title, LANGUAGE, query)
    const foreign = !titleSpans.length && spans(other[0]).length ? `<p ${lang(OTHER)}>${ArchiveMarks.mark(other[0].text, spans(other[0]))}${draft(other[0])}</p>` : ""
    const name = ArchiveMarks.name(section.title)
    const marked = ArchiveMarks.whole(ArchiveMarks.mark(name, ArchiveMarks.findAll(name, LANGUAGE, query)))
    const title = name ? `<span class="hit-label">${html(section.label)}</span> ${marked}` : html(section.label)
    return `<li><a href="${link(section.place(anchor), wordsOf(own, query))}">${title}</a>${name ? draft(own[0]) : ""}${foreign}${lines.join("")}</li>`
  }

  /** An entry of the glossary, or a page, with its kind and its name in the other language. */
  function entry(/** @type {Hit} */ hit, /** @type {Query} */ query) {
    const section = hit[LANGUAGE]
    const other = hit[OTHER].title
    const title = ArchiveMarks.whole(ArchiveMarks.mark(section.title, ArchiveMarks.findAll(section.title, LANGUAGE, query)))
    const foreign = other ? ` · <span ${lang(OTHER)}>${ArchiveMarks.mark(other, ArchiveMarks.findAll(other, OTHER, query))}</span>` : ""
    const kind = say(`kind-${section.collection.kind}`)
    return `<li><a href="${link(section.place())}">${title}</a> <span class="hit-label">${html(kind)}${foreign}</span></li>`
  }

  /** The heading of a policy's hits. */
  function heading(/** @type {Hit} */ hit) {
    const { place, title } = hit[LANGUAGE].collection
    return `<h2>${html(place)} · ${ArchiveMarks.whole(html(title))} <span class="hit-label">${html(WORDS.group(hit.group))}</span></h2>`
  }

  const LETTER = { zh: 1, en: 0.54 } // how wide a character is, in ems

  /** What stands before and after a match, as much as a line of so many ems holds. */
  function shorten(/** @type {Line} */ { language, before, match, after }, /** @type {number} */ ems) {
    const text = before + match + after
    const most = Math.max(4, Math.floor((ems / LETTER[language] - match.length) / 2))
    const end = before.length + match.length
    const { from, to } = ArchiveResults.contextOf(text, before.length, end, most)
    return [text.slice(from, before.length), match, text.slice(end, to)]
  }

  /** Lines of the concordance, each so many ems wide: what was found in the middle, what stands around it, and where. */
  function lines(/** @type {Line[]} */ list, /** @type {number} */ ems) {
    const rows = list.map((line) => {
      const section = line.hit[LANGUAGE]
      const where = `${section.collection.place || section.title} ${section.label}`
      const [before, match, after] = shorten(line, ems).map((text) => html(text.replace(/\s/g, " ")))
      const words = `<span class="kwic-before"><span>${before}</span></span><mark class="kwic-match">${match}</mark><span class="kwic-after">${after}</span>`
      return `<li><span class="kwic-line" ${lang(line.language)}>${words}</span> <a class="kwic-place" href="${link(section.place(line.anchor), line.language === LANGUAGE ? [line.match] : [])}">${html(where)}${draft(line)}</a></li>`
    })
    return rows.join("")
  }

  function concordance() {
    return `<ol class="kwic" aria-label="${html(say("concordance"))}"></ol>`
  }

  /** How much each policy has, as bars. */
  function bars(/** @type {{collection: number, count: number}[]} */ counts, /** @type {Choice[]} */ choices, /** @type {"places" | "sections"} */ unit) {
    const shown = counts.slice(0, MOST_BARS)
    const rest = counts.slice(MOST_BARS)
    const most = shown.length ? shown[0].count : 1
    const rows = shown.map((own) => {
      const { placeZh, placeEn, year } = choices[own.collection]
      return bar(`${LANGUAGE === "zh" ? placeZh : placeEn} ${year}`, own.count, own.count / most)
    })
    if (rest.length) rows.push(bar(WORDS.others(rest.length), rest.reduce((sum, own) => sum + own.count, 0), 0))
    return `<table class="bars"><caption>${html(WORDS.byPolicy[unit])}</caption><tbody>${rows.join("")}</tbody></table>`
  }

  function bar(/** @type {string} */ name, /** @type {number} */ n, /** @type {number} */ share) {
    return `<tr><th scope="row">${html(name)}</th><td class="bars-bar"><svg class="bar" width="${(share * 100).toFixed(1)}%" aria-hidden="true"></svg></td><td class="number">${N(n)}</td></tr>`
  }

  /** All places as a CSV file (RFC 4180), with the mark that makes spreadsheets read it as UTF-8. */
  function csv(/** @type {Line[]} */ list) {
    const safe = (/** @type {string} */ text) => (/^(?:=(?!$)|[+-](?![\d.,]*%?$)|[@\t\r])/.test(text) ? `'${text}` : text) // no spreadsheet takes it for a formula
    const quoted = (/** @type {string} */ text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
    const field = (/** @type {string} */ text) => quoted(safe(text))
    const rows = list.map((line) => {
      const section = line.hit[LANGUAGE]
      const url = ArchiveAddresses.online(section.place(line.anchor), line.language)
      return [section.collection.title, section.label || section.title, line.language, line.before, line.match, line.after, url, line.isDraft ? say("draft") : ""]
    })
    return "\ufeff" + [WORDS.columns, ...rows].map((row) => row.map(field).join(",") + "\r\n").join("")
  }

  return { LANGUAGE, WORDS, counted, phrase, suggestions, meant, also, chips, hit, entry, heading, lines, concordance, bars, csv, html }
})()
