// The places of a query's terms in texts that are shown, marked in HTML in which everything else is escaped.
// @ts-check
"use strict"

var ArchiveMarks = (() => {
  /**
   * The places of a term in a text.
   * @returns {Span[]}
   */
  function find(/** @type {string} */ text, /** @type {Language} */ language, /** @type {Term} */ term) {
    return language === "en" && term.kind !== "string" ? findWords(text, term) : findString(text, term.text)
  }

  /** @returns {Span[]} */
  function findString(/** @type {string} */ text, /** @type {string} */ wanted) {
    const folded = ArchiveText.fold(text)
    /** @type {Span[]} */
    const spans = []
    for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
      const last = folded.map[at + wanted.length - 1]
      spans.push([folded.map[at], last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)])
    }
    return spans
  }

  /** @returns {Span[]} */
  function findWords(/** @type {string} */ text, /** @type {Term} */ term) {
    const words = ArchiveText.words(text)
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

  /** Whether a word of a text answers a word of the query. */
  function isForm(/** @type {string} */ word, /** @type {string} */ wanted, /** @type {Term} */ term, /** @type {boolean} */ isLast) {
    if (word === wanted) return true
    if (term.isQuoted) return false
    if (term.kind === "number") return word === `${wanted}%`
    return (term.isOpen && isLast && word.startsWith(wanted)) || ArchiveInflection.base(word) === ArchiveInflection.base(wanted)
  }

  /** what was found for a query, by text: the same is asked for a title, an excerpt, and what to mark on the page @type {WeakMap<Query, Record<Language, Map<string, Span[]>>>} */
  const known = new WeakMap()

  /** The places of all required terms of a query, in order, none within another. @returns {Span[]} */
  function findAll(/** @type {string} */ text, /** @type {Language} */ language, /** @type {Query} */ query) {
    let found = known.get(query)
    if (!found) known.set(query, (found = { zh: new Map(), en: new Map() }))
    let spans = found[language].get(text)
    if (!spans) found[language].set(text, (spans = findApart(text, language, query)))
    return spans
  }

  /** @returns {Span[]} */
  function findApart(/** @type {string} */ text, /** @type {Language} */ language, /** @type {Query} */ query) {
    const spans = query.required.flatMap((term) => find(text, language, term)).sort((a, b) => a[0] - b[0] || b[1] - a[1])
    /** @type {Span[]} */
    const apart = []
    for (const span of spans) if (!apart.length || span[0] >= apart[apart.length - 1][1]) apart.push(span)
    return apart
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

  /** The part of a text around its first place, short enough to read in a list, with the places marked. */
  function excerpt(/** @type {string} */ text, /** @type {Span[]} */ spans, /** @type {number} */ width) {
    const first = spans.length ? spans[0][0] : 0
    const low = text.length <= width ? 0 : wordStart(text, Math.max(0, Math.min(first - Math.floor(width / 4), text.length - width)))
    const high = low + width >= text.length ? text.length : Math.max(wordStart(text, low + width), spans[0]?.[1] ?? 0)
    const inside = spans.filter(([start, end]) => start >= low && end <= high)
    const shown = mark(text.slice(low, high), inside.map(([start, end]) => [start - low, end - low]))
    return (low > 0 ? "…" : "") + shown + (high < text.length ? "…" : "")
  }

  /** The beginning of the Latin word, or of the character of two code units, at a place. */
  function wordStart(/** @type {string} */ text, /** @type {number} */ place) {
    let at = place
    while (at > 0 && place - at < 24 && /[\w’'.,-]/.test(text[at - 1]) && /[\w’'.,-]/.test(text[at])) at--
    return /[\udc00-\udfff]/.test(text[at] ?? "") ? at - 1 : at
  }

  return { find, findAll, escape, mark, excerpt }
})()
