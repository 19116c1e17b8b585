// Where English words stand one after the other, in their forms. Function words among others are not looked up: their lists
// are long, and what stands around the other words is told beside their places (`scripts/write/search/runs.py`).
// @ts-check
"use strict"

/**
 * @typedef {object} Sought  a word of a term that is looked up
 * @property {number} at  where it is in the term
 * @property {string} word
 * @property {boolean} isOpen
 * @property {Around} around
 * @typedef {object} Row  where words stand one after the other
 * @property {Int32Array[]} any  in all forms: rising lists, none with a member of another; several only of one word
 * @property {Int32Array} exact  in the very form
 * @property {boolean} isCut  whether some forms were too many to bring
 */

var ArchiveRows = (() => {
  const NONE = new Int32Array(0)
  const LAST = "\uffff"
  const SHORTEST_BEGINNING = 2 // a letter alone is a word, no beginning of others
  const MOST_SHARDS = 24 // a beginning of a word that has more shards of words is too short
  const LONGEST_RUN = 8 // function words in a row that are told beside other words

  /** What is to be looked up for words in a row: of function words among others, what stands around these; else every word. */
  function soughtOf(/** @type {InstanceType<typeof ArchivePostings.Stream>} */ stream, /** @type {string[]} */ words, /** @type {boolean} */ isOpen) {
    const end = words.length - 1
    const isOpenAt = (/** @type {number} */ i) => isOpen && i === end
    const isOther = (/** @type {number} */ i) => isOpenAt(i) || !stream.functions.has(words[i])
    const others = [...words.keys()].filter(isOther)
    const edges = [-1, ...others, words.length]
    const isPlain = !others.length || edges.some((edge, i) => i > 0 && edge - edges[i - 1] - 1 > LONGEST_RUN)
    /** @type {Sought[]} */
    const sought = []
    for (const at of isPlain ? words.keys() : others) sought.push({ at, word: words[at], isOpen: isOpenAt(at), around: ArchivePostings.ANYTHING })
    if (isPlain) return sought
    sought.forEach((each, i) => {
      const next = i + 1 < others.length ? others[i + 1] : words.length
      const [before, after] = [words.slice(0, each.at).join(" "), words.slice(each.at + 1, next).join(" ")]
      if ((i || !before) && !after) return
      each.around = {
        before: i === 0 && before ? (run) => run === before || run.endsWith(` ${before}`) : null,
        after: !after ? null : next < words.length ? (run) => run === after : (run) => run === after || run.startsWith(`${after} `),
      }
    })
    return sought
  }

  /** The positions of a word in all its forms, in the very form, and whether some were too many to bring. @returns {Promise<Row>} */
  async function findWord(/** @type {InstanceType<typeof ArchivePostings.Stream>} */ stream, /** @type {Sought} */ { word, isOpen, around }, /** @type {Term} */ term) {
    const isInRow = term.words.length > 1
    const isKnown = (/** @type {string} */ key) => !isInRow || !isOpen || !stream.functions.has(key) // those are sought by themselves
    const exact = isKnown(word) ? stream.get(word, around) : NONE
    if (term.isQuoted) return { any: [await exact], exact: await exact, isCut: false }
    if (term.kind === "number") {
      const lists = [await exact, await stream.get(`${word}%`, around)]
      return { any: lists, exact: ArchivePostings.merge(lists), isCut: false }
    }
    const base = ArchiveInflection.base(word)
    const isOther = (/** @type {string} */ key) => key !== word && isKnown(key)
    const isForm = (/** @type {string} */ key) => isOther(key) && ArchiveInflection.base(key) === base
    const isCut = isOpen && isCutBeginning(stream, word)
    const lists = await Promise.all([
      ...ArchiveInflection.beginnings(word).map((start) => stream.all(start, isForm, around)),
      isOpen && word.length >= SHORTEST_BEGINNING && !isCut ? stream.all(word, isOther, around) : [],
    ])
    const byKey = new Map([...ArchiveLists.flatten(lists), [word, await exact]]) // a word can be a form and begin so
    return { any: [...byKey.values()], exact: await exact, isCut }
  }

  /** Whether a beginning of words is too short for all of them to be brought. */
  function isCutBeginning(/** @type {InstanceType<typeof ArchivePostings.Stream>} */ stream, /** @type {string} */ word) {
    const range = stream.range(word, word + LAST)
    return word.length >= SHORTEST_BEGINNING && range.last - range.first >= MOST_SHARDS
  }

  /** Where words stand in a row; the last one may be a beginning. @returns {Promise<Row>} */
  async function findRow(/** @type {InstanceType<typeof ArchivePostings.Stream>} */ stream, /** @type {Term} */ term, words = term.words, isOpen = term.isOpen) {
    const sought = soughtOf(stream, words, isOpen)
    if (sought.some(({ around }) => around !== ArchivePostings.ANYTHING)) await ArchivePostings.bringRuns()
    const distances = sought.map(({ at }) => at)
    const found = await Promise.all(sought.map((each) => findWord(stream, each, term)))
    const isOne = distances.length === 1 && distances[0] === 0
    return {
      any: isOne ? found[0].any : [ArchivePostings.together(found.map(({ any }) => ArchivePostings.merge(any)), distances)],
      exact: ArchivePostings.together(found.map(({ exact }) => exact), distances),
      isCut: found.some(({ isCut }) => isCut),
    }
  }

  /** Where the words of a term stand; of a beginning at the end of several words each function word is one way to go on. @returns {Promise<Row>} */
  async function find(/** @type {InstanceType<typeof ArchivePostings.Stream>} */ stream, /** @type {Term} */ term) {
    const { words, isOpen } = term
    if (!words.length) return { any: [], exact: NONE, isCut: false }
    const last = words[words.length - 1]
    const isBeginning = last.length >= SHORTEST_BEGINNING && !isCutBeginning(stream, last)
    const isWay = (/** @type {string} */ word) => word === last || (isBeginning && word.startsWith(last))
    const ways = isOpen && words.length > 1 ? [...stream.functions].filter(isWay) : []
    const rows = await Promise.all([findRow(stream, term), ...ways.map((word) => findRow(stream, term, [...words.slice(0, -1), word], false))])
    const exact = rows.filter((_, i) => !i || ways[i - 1] === last)
    return { any: words.length === 1 ? rows[0].any : [ArchivePostings.merge(ArchiveLists.flatten(rows.map(({ any }) => any)))], exact: ArchivePostings.merge(exact.map((row) => row.exact)), isCut: rows[0].isCut }
  }

  return { find }
})()
