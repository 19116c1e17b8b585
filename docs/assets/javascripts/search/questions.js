// A whole question → its passages: the words of asking are left out, places of the archive filter, and of the other words as
// many as stand together anywhere are searched, those that stand together as one.
// @ts-check
"use strict"

/** @typedef {(query: Query, options: Options, isLoose?: boolean) => Promise<InstanceType<typeof ArchiveSearch.Result>>} SearchFor */

var ArchiveQuestions = (() => {
  const ASKING_ZH = new Set("什么 甚么 哪些 哪个 哪里 哪儿 哪几 哪年 哪一 多少 如何 怎么 怎样 怎么样 为什么 为何 是否 有没有 请问 关于 对于 规定 要求 提出 具体 分别 达到 主要 应当 应该 可以 能够 我们 你们 他们 这个 那个 以及 还是 或者 时候 几个 几年 有关 方面 进行 其中 哪 问 意思 含义 定义 叫做 就是".split(" "))
  const ASKING_EN = new Set(
    "what which who whom whose when where why how do does did is are was were be been can could will would shall should may might must has have had there any many much it its this that these those the a an of for in on at to by from with and or as about plan plans planned say says said want wants tell give get me we us i you they their them if than into up under per not no so please mean means".split(" "),
  )
  // 2020年  97%  三  invention  质量目标
  const PIECE = /[0-9][0-9.,]*(?:%|％)?年?|[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9'’&-]*|[\u3400-\u9fff]+/g
  const MOST_WORDS = 10
  const ENDING = /(?:省|市|区|县|自治区)$/

  /** The places of the archive that a question names, and the question without them. */
  async function placesIn(/** @type {string} */ text) {
    const choices = (await ArchiveResults.choices()).filter((choice) => choice.placeZh)
    const places = [...new Map(choices.map((choice) => /** @type {[string, string]} */ ([choice.placeZh, choice.placeEn])))]
    let left = text
    const found = places.filter(([zh, en]) => {
      const short = zh.replace(ENDING, "")
      const english = en.replace(/ (?:Province|City|District|County|Municipality)$/, "")
      for (const name of [zh, ...(short.length > 1 ? [short] : []), en, english]) {
        const isHan = ArchiveText.HAN.test(name)
        const at = isHan ? left.indexOf(name) : left.search(new RegExp(`\\b${name}\\b`, "i"))
        if (at < 0) continue
        left = `${left.slice(0, at)} ${left.slice(at + name.length).replace(/^['’]s\b/, "")}`
        return true
      }
      return false
    })
    return { found, left }
  }

  /** A word as a term: several English ones together, in their forms. */
  function termOf(/** @type {string} */ word) {
    return ArchiveText.parse(`"${word}"`).required.map((term) => Object.assign({}, term, { isQuoted: false }))
  }

  /** The words of a question that say something, in rows of those that stand next to each other. */
  async function rowsOf(/** @type {string} */ text) {
    const vocabulary = new Set(/** @type {string} */ (await ArchiveSearchData.bring("words")).split(" "))
    const [, , , names] = /** @type {string[]} */ (await ArchiveSearchData.bring("sounds"))
    for (const name of names.split(" ")) vocabulary.add(name)
    for (const word of ASKING_ZH) vocabulary.add(word)
    /** @type {string[][]} */
    const rows = []
    let row = /** @type {string[]} */ ([])
    const end = () => void (row.length && rows.push(row), (row = []))
    for (const piece of text.match(PIECE) || []) {
      const isHan = ArchiveText.HAN.test(piece[0])
      const words = isHan ? ArchiveText.partsOf(ArchiveText.fold(piece).text, vocabulary) : [piece]
      if (isHan) end()
      for (const word of words) {
        const isAsking = isHan ? ASKING_ZH.has(word) : ASKING_EN.has(word.toLowerCase())
        if (isAsking) end()
        else row.push(word)
      }
      if (isHan || /^[0-9]/.test(piece)) end()
    }
    end()
    return rows
  }

  /** The words of a row, neighbours as one where they stand together somewhere. */
  async function joined(/** @type {string[]} */ row, /** @type {string} */ text, /** @type {(word: string) => Promise<boolean>} */ isThere) {
    /** @type {string[]} */
    const words = []
    for (const word of row) {
      const last = words[words.length - 1]
      const both = last === undefined ? "" : last + (ArchiveText.HAN.test(word) ? "" : " ") + word
      if (both && ArchiveText.fold(text).text.includes(ArchiveText.fold(both).text) && (await isThere(both))) words[words.length - 1] = both
      else words.push(word)
    }
    return words
  }

  /** What is said of the words and places that were searched. @returns {Said} */
  function say(/** @type {string[]} */ words, /** @type {[string, string][]} */ places) {
    const zh = `已改查问句中的词：${words.join("、")}${places.length ? `；地区：${places.map(([name]) => name).join("、")}` : ""}`
    const en = `Searched for the words of the question: ${words.join(", ")}${places.length ? `; place: ${places.map(([, name]) => name).join(", ")}` : ""}`
    return { zh: [zh], en: [en] }
  }

  /**
   * Searches for what a question asks; null where nothing is left of it, or nothing is found.
   * @returns {Promise<InstanceType<typeof ArchiveSearch.Result> | null>}
   */
  async function search(/** @type {string} */ text, /** @type {Options} */ options, /** @type {SearchFor} */ searchFor) {
    const { found, left } = await placesIn(text)
    const makeQuery = (/** @type {string[]} */ words) => ({ required: ArchiveLists.flatten(words.map(termOf)), excluded: [], isEmpty: !words.length })
    const isThere = async (/** @type {string} */ word) => (await searchFor(makeQuery([word]), options)).count > 0
    const rows = await rowsOf(left)
    const lists = await Promise.all(rows.map((row) => joined(row, left, isThere)))
    const all = [...new Set(ArchiveLists.flatten(lists))].slice(0, MOST_WORDS)
    const known = await Promise.all(all.map(isThere))
    const words = all.filter((_, i) => known[i])
    if (!words.length) return null
    const choices = await ArchiveResults.choices()
    const placesAsked = new Set(found.map(([zh]) => zh))
    const { isWanted } = options
    const ofPlace = (/** @type {number} */ section, /** @type {number} */ collection) => placesAsked.has(choices[collection].placeZh) && (!isWanted || isWanted(section, collection))
    const query = makeQuery(words)
    const attempts = /** @type {[Query, Options, boolean, [string, string][]][]} */ ([
      ...(found.length ? [[query, Object.assign({}, options, { isWanted: ofPlace }), false, found], [query, Object.assign({}, options, { isWanted: ofPlace }), true, found]] : []),
      [query, options, false, []],
      [query, options, true, []],
    ])
    for (const [tried, how, isLoose, places] of attempts) {
      const result = await searchFor(tried, how, isLoose)
      if (!result.count) continue
      result.said = say(words, places)
      return result
    }
    return null
  }

  return { search }
})()
