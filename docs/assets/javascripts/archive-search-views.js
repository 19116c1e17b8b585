// The search page's HTML: hits as passages, as a concordance, counted by policy; entries; and the hits as a CSV file.
// Whatever comes from a text is escaped.
// @ts-check
"use strict"

/** @typedef {{sections: number, places: number | null, entries: number}} Counts */

var ArchiveSearchViews = (() => {
  /** @type {Language} */
  const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh" : "en"
  /** @type {Language} */
  const OTHER = LANGUAGE === "zh" ? "en" : "zh"
  const WIDTH = { zh: 160, en: 320 }
  const MOST_BARS = 20
  const STOP = say("stop")
  const OWN = {
    zh: {
      count: (/** @type {Counts} */ n) => `政策文件${n.sections}节${n.places === null ? "" : `，${n.places}处`}；词条和页面${n.entries}个。`,
      none: "未检索到相符的结果。",
      loading: "正在检索…",
      collecting: (/** @type {number} */ done, /** @type {number} */ all) => `正在载入各处原文：${done}／${all}节`,
      failed: "未能载入检索数据，请检查网络连接，或刷新页面再试。",
      entries: "词条和页面",
      save: "保存全部结果（CSV）",
      more: (/** @type {number} */ n) => `再显示${n}节`,
      moreLines: (/** @type {number} */ n) => `再显示${n}处`,
      moreEntries: (/** @type {number} */ n) => `再显示${n}个`,
      byPolicy: "各文件出现处数",
      others: (/** @type {number} */ n) => `其余${n}份文件`,
      columns: ["文件", "位置", "语言", "前文", "检索词", "后文", "网址"],
    },
    en: {
      count: (/** @type {Counts} */ n) =>
        `${plural(n.sections, "policy section")}${n.places === null ? "" : `, ${plural(n.places, "occurrence")}`}; ${n.entries === 1 ? "1 entry or page" : `${n.entries} entries and pages`}.`,
      none: "Nothing found.",
      loading: "Searching…",
      collecting: (/** @type {number} */ done, /** @type {number} */ all) => `Loading the text of every occurrence: ${done} of ${plural(all, "section")}`,
      failed: "The search data could not be loaded. Please check the connection, or reload the page and try again.",
      entries: "Entries and pages",
      save: "Save all occurrences (CSV)",
      more: (/** @type {number} */ n) => `Show ${n} more`,
      moreLines: (/** @type {number} */ n) => `Show ${n} more`,
      moreEntries: (/** @type {number} */ n) => `Show ${n} more`,
      byPolicy: "Occurrences by policy",
      others: (/** @type {number} */ n) => (n === 1 ? "1 other policy" : `${n} other policies`),
      columns: ["policy", "section", "language", "before", "match", "after", "address"],
    },
  }[LANGUAGE]
  const WORDS = {
    ...OWN,
    parts: (/** @type {string[]} */ parts) => ArchiveWords.parts(LANGUAGE, parts) + STOP,
    reading: (/** @type {string} */ words) => say("reading", { words }) + STOP,
    short: say("short") + STOP,
    group: (/** @type {number} */ n) => ArchiveWords.sections(LANGUAGE, n),
  }
  const html = ArchiveMarks.escape

  function say(/** @type {string} */ key, /** @type {Record<string, string>} */ values = {}) {
    return ArchiveWords.say(LANGUAGE, key, values)
  }

  function plural(/** @type {number} */ n, /** @type {string} */ word) {
    return n === 1 ? `1 ${word}` : `${n} ${word}s`
  }

  /** The address of a place in the reader's language, from the search page. */
  function link(/** @type {Place} */ place) {
    return html(`../${ArchiveAddresses.below(place, location.protocol === "file:")}`)
  }

  function lang(/** @type {Language} */ language) {
    return `lang="${ArchiveWords.say(language, "tag")}"`
  }

  /** A section with the passages in which something was found, and their lines in the other language where that was found. */
  function hit(/** @type {Hit} */ hit, /** @type {Query} */ query) {
    const section = hit[LANGUAGE]
    const spans = (/** @type {Unit | undefined} */ unit) => (unit ? ArchiveMarks.findAll(unit.text, unit.language, query) : [])
    const [best] = hit.best
    const own = section.units()
    const other = hit[OTHER].units()
    const numbers = own.map((_, i) => i).filter((i) => !own[i].isName && (spans(own[i]).length || spans(other[i]).length))
    numbers.sort((a, b) => (b === best ? 1 : 0) - (a === best ? 1 : 0))
    const lines = numbers.slice(0, 3).map((i) => {
      const shown = [own[i], ...(spans(other[i]).length && !spans(own[i]).length ? [other[i]] : [])].filter((unit) => unit?.text)
      return shown.map((unit) => `<p ${lang(unit.language)}>${ArchiveMarks.excerpt(unit.text, spans(unit), WIDTH[unit.language])}</p>`).join("")
    })
    const anchor = own[best].isName || !numbers.includes(best) ? section.anchor : own[best].anchor
    const titleSpans = ArchiveMarks.findAll(section.title, LANGUAGE, query)
    const foreign = !titleSpans.length && spans(other[0]).length ? `<p ${lang(OTHER)}>${ArchiveMarks.mark(other[0].text, spans(other[0]))}</p>` : ""
    const isTitled = section.title.length > 4 // a number alone says little
    const title = isTitled ? `<span class="hit-label">${html(section.label)}</span> ${ArchiveMarks.mark(section.title, titleSpans)}` : html(section.label)
    return `<li><a href="${link(section.place(anchor))}">${title}</a>${foreign}${lines.join("")}</li>`
  }

  /** An entry of the glossary, or a page, with its kind and its name in the other language. */
  function entry(/** @type {Hit} */ hit, /** @type {Query} */ query) {
    const section = hit[LANGUAGE]
    const other = hit[OTHER].title
    const title = ArchiveMarks.mark(section.title, ArchiveMarks.findAll(section.title, LANGUAGE, query))
    const foreign = other ? ` · <span ${lang(OTHER)}>${ArchiveMarks.mark(other, ArchiveMarks.findAll(other, OTHER, query))}</span>` : ""
    const kind = say(`kind-${section.collection.kind}`)
    return `<li><a href="${link(section.place())}">${title}</a> <span class="hit-label">${html(kind)}${foreign}</span></li>`
  }

  /** The heading of a policy's hits. */
  function heading(/** @type {Hit} */ hit) {
    const { place, title } = hit[LANGUAGE].collection
    return `<h2>${html(place)} · ${html(title)} <span class="hit-label">${html(WORDS.group(hit.group))}</span></h2>`
  }

  /** Rows of the concordance. */
  function lines(/** @type {Line[]} */ list) {
    return list
      .map((line) => {
        const section = line.hit[LANGUAGE]
        const where = `${section.collection.place || section.title} ${section.label}`
        const tag = lang(line.language)
        return `<tr><td class="kwic-before" ${tag}><bdi>${html(line.before)}</bdi></td><td class="kwic-match" ${tag}><mark>${html(line.match)}</mark></td><td class="kwic-after" ${tag}>${html(line.after)}</td><td><a href="${link(section.place(line.anchor))}">${html(where)}</a></td></tr>`
      })
      .join("")
  }

  function concordance() {
    return `<div class="table-scroll" role="region" tabindex="0" aria-label="${html(say("concordance"))}"><table class="kwic"><tbody></tbody></table></div>`
  }

  /** How many places each policy has, as bars. */
  function bars(/** @type {{collection: number, count: number}[]} */ counts, /** @type {Choice[]} */ choices) {
    const shown = counts.slice(0, MOST_BARS)
    const rest = counts.slice(MOST_BARS)
    const most = shown[0]?.count ?? 1
    const rows = shown.map(({ collection, count }) => {
      const { placeZh, placeEn, year } = choices[collection]
      return bar(`${LANGUAGE === "zh" ? placeZh : placeEn} ${year}`, count, count / most)
    })
    if (rest.length) rows.push(bar(WORDS.others(rest.length), rest.reduce((sum, { count }) => sum + count, 0), 0))
    return `<table class="bars"><caption>${html(WORDS.byPolicy)}</caption><tbody>${rows.join("")}</tbody></table>`
  }

  function bar(/** @type {string} */ name, /** @type {number} */ count, /** @type {number} */ share) {
    return `<tr><th scope="row">${html(name)}</th><td><svg class="bar" width="${(share * 100).toFixed(1)}%" aria-hidden="true"></svg></td><td class="number">${count}</td></tr>`
  }

  /** All places as a CSV file (RFC 4180), with the mark that makes spreadsheets read it as UTF-8. */
  function csv(/** @type {Line[]} */ list) {
    const safe = (/** @type {string} */ text) => (/^(?:=(?!$)|[+-](?![\d.,]*%?$)|[@\t\r])/.test(text) ? `'${text}` : text) // no spreadsheet takes it for a formula
    const quoted = (/** @type {string} */ text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const field = (/** @type {string} */ text) => quoted(safe(text))
    const rows = list.map((line) => {
      const section = line.hit[LANGUAGE]
      const url = ArchiveAddresses.online(section.place(line.anchor), line.language)
      return [section.collection.title, section.label || section.title, line.language, line.before, line.match, line.after, url]
    })
    return "\ufeff" + [WORDS.columns, ...rows].map((row) => row.map(field).join(",") + "\r\n").join("")
  }

  return { LANGUAGE, WORDS, hit, entry, heading, lines, concordance, bars, csv, html }
})()
