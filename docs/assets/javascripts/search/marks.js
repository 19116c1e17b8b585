// The places of a query's terms in texts that are shown, marked in HTML in which everything else is escaped.
// @ts-check
"use strict"

var ArchiveMarks = (() => {
  /** A text that is folded, and cut into words, when a term first needs it. */
  class Searched {
    constructor(/** @type {string} */ text) {
      this.text = text
      /** @type {Folded | null} */
      this.folded = null
      /** @type {Word[] | null} */
      this.words = null
    }

    /** The places of a term. @returns {Span[]} */
    find(/** @type {Language} */ language, /** @type {Term} */ term) {
      return language === "en" && term.kind !== "string" ? this.findWords(term) : this.findString(term.text)
    }

    /** @returns {Span[]} */
    findString(/** @type {string} */ wanted) {
      if (!this.folded) this.folded = ArchiveText.fold(this.text)
      const { text, map } = this.folded
      /** @type {Span[]} */
      const spans = []
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const last = map[at + wanted.length - 1]
        spans.push([map[at], last + (Number(this.text.codePointAt(last)) > 0xffff ? 2 : 1)])
      }
      return spans
    }

    /** @returns {Span[]} */
    findWords(/** @type {Term} */ term) {
      const words = this.words || (this.words = ArchiveText.words(this.text))
      /** @type {Span[]} */
      const spans = []
      const count = term.words.length
      for (let at = 0; at + count <= words.length; at++) {
        if (term.words.every((wanted, i) => isForm(words[at + i].word, wanted, term, i === count - 1))) {
          spans.push([words[at].start, words[at + count - 1].end])
        }
      }
      return spans
    }
  }

  /** The places of a term in a text. */
  function find(/** @type {string} */ text, /** @type {Language} */ language, /** @type {Term} */ term) {
    return new Searched(text).find(language, term)
  }

  /** Whether a word of a text answers a word of the query. */
  function isForm(/** @type {string} */ word, /** @type {string} */ wanted, /** @type {Term} */ term, /** @type {boolean} */ isLast) {
    if (word === wanted) return true
    if (term.isQuoted) return false
    if (term.kind === "number") return word === `${wanted}%`
    return (term.isOpen && isLast && wanted.length > 1 && word.startsWith(wanted)) || ArchiveInflection.base(word) === ArchiveInflection.base(wanted)
  }

  /** what was found for a query, by text: the same is asked for a title, an excerpt, and what to mark on the page @type {WeakMap<Query, Record<Language, Map<string, Span[]>>>} */
  const known = new WeakMap()

  /** The places of the required terms of a query, but for function words, in order, none within another. @returns {Span[]} */
  function findAll(/** @type {string} */ text, /** @type {Language} */ language, /** @type {Query} */ query) {
    let found = known.get(query)
    if (!found) known.set(query, (found = { zh: new Map(), en: new Map() }))
    let spans = found[language].get(text)
    if (!spans) found[language].set(text, (spans = findApart(text, language, query)))
    return spans
  }

  /** @returns {Span[]} */
  function findApart(/** @type {string} */ text, /** @type {Language} */ language, /** @type {Query} */ query) {
    const searched = new Searched(text)
    const counted = query.required.filter((term) => !term.isLight)
    const spans = ArchiveLists.flatten(counted.map((term) => searched.find(language, term))).sort((a, b) => a[0] - b[0] || b[1] - a[1])
    /** @type {Span[]} */
    const apart = []
    for (const span of spans) if (!apart.length || span[0] >= apart[apart.length - 1][1]) apart.push(span)
    return apart
  }

  // the number or dash with which a title is printed, which its label has too:  （四）  三、  3.  ——  (4)  III.  第三章  第一百零三条之一
  // 2.1.2  1总则 (not 2020年目标)  ①  附件1  专栏2：  Article 14.  Chapter 3.
  const HAN = "[一二三四五六七八九十百千零〇]+"
  // 24小时 12条 3亿: a title that begins so has no number of its own; where one has, it is shown twice at worst
  const COUNTED = "年月日天时周季届期岁个项件类级次种家大小分条款吨元亿万千百公平米斤户场批位名人所座处套台辆部倍号"
  const PRINTED = new RegExp(
    `^(?:—+|--|[－﹣·•・▪●◆■▲★◇]|[（(]?(?:${HAN}|[0-9０-９]+|[A-Za-z])[)）]、?|[㈠-㈩⑴-⒇①-⑳❶-❿㉑-㉟⒈-⒛]|${HAN}[、.．]`
      + `|[0-9]+(?:\\.[0-9]+)+(?![0-9%％${COUNTED}])[.．、]?|[0-9０-９]+[.．﹒、](?![0-9])`
      + `|[0-9]{1,2}(?=\\s?[\u4e00-\u9fff])(?!\\s?[0-9]*[${COUNTED}])|[IVXL]+\\.`
      + `|第\\s?(?:${HAN}|[0-9]+(?:-[0-9]+)?)\\s?(?:分[编編]|部分|[编編篇章节節条條])(?:\\s?之\\s?${HAN})?[：:]?`
      + `|附\\s?件\\s?(?:${HAN}|[0-9]*)[：:]?|专栏\\s?(?:${HAN}|[0-9]+)\\s?[：:]?`
      + "|(?:Book|Sub-book|Chapter|Section|Article|Annex|Box) [0-9]+(?:-[0-9]+)?[.:]?(?=\\s|$))\\s*",
  )
  const SHORTEST_NAME = 2

  /** A section's title without its printed number and the stop behind it; nothing where little is left. */
  function name(/** @type {string} */ title) {
    const words = title.replace(PRINTED, "").replace(/[。.]$/, "")
    return words.length < SHORTEST_NAME ? "" : words
  }

  function escape(/** @type {string} */ text) {
    return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  }

  /** A text with the places marked. */
  function mark(/** @type {string} */ text, /** @type {Span[]} */ spans) {
    let html = ""
    let place = 0
    for (const [start, end] of spans) {
      html += `${escape(text.slice(place, start))}<mark>${escape(text.slice(start, end))}</mark>`
      place = end
    }
    return html + escape(text.slice(place))
  }

  // “十四五”, also where some of it is marked: what a title must not be broken in
  const WHOLE = /“(?:[^“”<>&]|<mark>[^“”<>&]*<\/mark>){1,6}”/g

  /** A title, as HTML, whose short quotations stay on one line. */
  function whole(/** @type {string} */ html) {
    return html.replace(WHOLE, '<span class="unbroken">$&</span>')
  }

  // what ends something, and so begins no part of a text
  const ENDING = /[\s，。、；：！？）》〉”’…,.;:!?)\]]/

  /** The part of a text around its first place, short enough to read in a list, with the places marked. */
  function excerpt(/** @type {string} */ text, /** @type {Span[]} */ spans, /** @type {number} */ width) {
    const first = spans.length ? spans[0][0] : 0
    let low = text.length <= width ? 0 : wordStart(text, Math.max(0, Math.min(first - Math.floor(width / 4), text.length - width)))
    while (low > 0 && low < first && ENDING.test(text[low])) low++
    let high = low + width >= text.length ? text.length : Math.max(wordStart(text, low + width), spans.length ? spans[0][1] : 0)
    while (high < text.length && high > first && /[\s，、；：]/.test(text[high - 1])) high--
    const inside = spans.filter(([start, end]) => start >= low && end <= high)
    const shown = mark(text.slice(low, high), inside.map(([start, end]) => [start - low, end - low]))
    return (low > 0 ? "…" : "") + shown + (high < text.length ? "…" : "")
  }

  /** The beginning of the Latin word, or of the character of two code units, at a place. */
  function wordStart(/** @type {string} */ text, /** @type {number} */ place) {
    let at = place
    while (at > 0 && place - at < 24 && /[\w’'.,-]/.test(text[at - 1]) && /[\w’'.,-]/.test(text[at])) at--
    return /[\udc00-\udfff]/.test(text[at] || "") ? at - 1 : at
  }

  return { find, findAll, isForm, name, escape, mark, whole, excerpt, ENDING }
})()
