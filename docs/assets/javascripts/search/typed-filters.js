// Filters typed among the words of a query → the words that are left, what the engine is to heed, and what is said of both:
// `policy:jinan year:2018-2020 -kind:page`, `地区：莱阳`. A name or value that nothing has is said, and filters nothing.
// @ts-check
"use strict"

/**
 * @typedef {"policy" | "place" | "year" | "level" | "kind" | "topic" | "lang"} FilterName
 * @typedef {Record<Language, string>} Both
 * @typedef {object} TypedFilter
 * @property {FilterName} name
 * @property {string} written  as it stands in the query
 * @property {boolean} isNot  it excludes
 * @property {Both} label  地区：莱阳市
 * @property {(section: number, choice: Choice) => boolean} has  whether a section has it
 * @property {Language} [language]
 * @typedef {object} TypedQuery
 * @property {string} words  the query without its filters
 * @property {Options} options
 * @property {TypedFilter[]} filters
 * @property {Said} said
 */

var ArchiveTypedFilters = (() => {
  /** the names of each filter: in addresses, then others; the labels */
  const NAMES = /** @type {Record<FilterName, string[]>} */ ({
    policy: ["policy", "文件", "政策"],
    place: ["place", "地区", "地方"],
    year: ["year", "年份"],
    level: ["level", "层级"],
    kind: ["kind", "类别"],
    topic: ["topic", "专题", "主题"],
    lang: ["lang", "语言", "language"],
  })
  const LABELS = /** @type {Record<FilterName, string>} */ ({ policy: "Policy", place: "Place", year: "Year", level: "Level", kind: "Kind", topic: "Topic", lang: "Language" })
  const LEVELS = /** @type {Record<string, string[]>} */ ({
    state: ["国家级", "national", "国家", "state"],
    province: ["省级", "provincial", "省", "province"],
    city: ["市级", "municipal", "市", "city"],
    district: ["区县级", "county-level", "区县", "区", "县", "district", "county"],
  })
  const LANGUAGES = /** @type {Record<Language, string[]>} */ ({ zh: ["中文", "Chinese", "zh", "汉语"], en: ["英文", "English", "en", "英语"] })
  const KINDS = ["policy", "term", "indicator", "organisation", "document", "topic", "page"]
  // -place:"Jilin Province"  年份：2018-2020
  const TOKEN = /(^|\s)(-?)([a-z]{3,12}|[\u4e00-\u9fff]{2,4})([:：])(?:["“”＂]([^"“”＂]*)["“”＂]|([^\s"“”＂]+))(?=\s|$)/gi
  // 2018  2018-2020  2018—  -2020  2018年至2020年
  const YEARS = /^(\d{4})?年?(?:\s*([-–—~～至到]+)\s*(\d{4})?年?)?$/
  const ENDING = /(?:省|市|区|县|自治区)$/
  const MOST_NAMED = 8
  const MOST_SHOWN = 3

  const plain = (/** @type {string} */ text) => ArchiveText.fold(text).text
  const starts = (/** @type {string} */ name, /** @type {string} */ value) => plain(name).startsWith(value)
  const distinct = (/** @type {string[]} */ list) => [...new Set(list)].filter(Boolean)

  /** @typedef {{choices: Choice[], topics: Filters["topics"]}} Known  what can be filtered by */
  /** @typedef {{values: Both[], has: (section: number, choice: Choice) => boolean, language?: Language}} Meant */

  /** Names of what was meant, each once. @returns {Both[]} */
  const named = (/** @type {[string, string][]} */ pairs) => [...new Map(pairs)].map(([zh, en]) => ({ zh, en }))

  /** A filter by what a table has a word for. @returns {Meant | null} */
  function ofTable(/** @type {Record<string, string[]>} */ table, /** @type {string} */ value, /** @type {(choice: Choice) => string} */ of) {
    const code = Object.keys(table).find((key) => key === value || table[key].some((word) => plain(word) === value))
    return code ? { values: [{ zh: table[code][0], en: table[code][1] }], has: (_, choice) => of(choice) === code } : null
  }

  /** The words for each kind of result, in both languages. */
  function kinds() {
    const table = /** @type {Record<string, string[]>} */ ({})
    const say = (/** @type {string} */ key) => [ArchiveWords.say("zh", key), ArchiveWords.say("en", key)]
    for (const kind of KINDS) table[kind] = [...say(`kind-${kind}`), ...say(`kind-many-${kind}`)]
    return table
  }

  /** What a value means for a filter, or null where nothing has it. @type {Record<FilterName, (value: string, known: Known, written: string) => Meant | null>} */
  const READ = {
    policy(value, { choices }) {
      const isOne = (/** @type {Choice} */ choice) => choice.kind === "policy" && (starts(ArchiveResults.idOf(choice), value) || plain(choice.zh).includes(value) || (value.length > 3 && plain(choice.en).includes(value)))
      const exact = choices.filter((choice) => choice.kind === "policy" && plain(ArchiveResults.idOf(choice)) === value)
      const own = exact.length ? exact : choices.filter(isOne)
      const members = new Set(own.map((choice) => choice.collection))
      return own.length ? { values: named(own.map((choice) => [ArchiveResults.idOf(choice), ArchiveResults.idOf(choice)])), has: (_, choice) => members.has(choice.collection) } : null
    },
    place(value, { choices }) {
      const isOne = (/** @type {Choice} */ { placeZh, placeEn }) => placeZh !== "" && (plain(placeZh) === value || plain(placeZh.replace(ENDING, "")) === value || (value.length > 2 && starts(placeEn, value)))
      const own = choices.filter(isOne)
      const members = new Set(own.map((choice) => choice.placeZh))
      return own.length ? { values: named(own.map((choice) => [choice.placeZh, choice.placeEn])), has: (_, choice) => members.has(choice.placeZh) } : null
    },
    year(value, { choices }, written) {
      const match = YEARS.exec(written.normalize("NFKC").trim())
      if (!value || !match || !(match[1] || match[3])) return null
      const from = match[1] || "0000"
      const to = match[2] ? match[3] || "9999" : from
      const has = (/** @type {Choice} */ { year }) => year !== "" && year >= from && year <= to
      const words = match[2] ? `${match[1] || ""}–${match[3] || ""}` : from
      return choices.some(has) ? { values: [{ zh: words, en: words }], has: (_, choice) => has(choice) } : null
    },
    level: (value) => ofTable(LEVELS, value, (choice) => choice.level),
    kind: (value) => ofTable(kinds(), value, (choice) => choice.kind),
    topic(value, { topics }) {
      const isOne = (/** @type {string} */ id) => [id, topics[id][0], topics[id][1]].some((name) => starts(name, value))
      const own = Object.keys(topics).filter(isOne)
      const members = new Set(ArchiveLists.flatten(own.map((id) => topics[id][2])))
      return own.length && value ? { values: own.map((id) => ({ zh: topics[id][0], en: topics[id][1] })), has: (section) => members.has(section) } : null
    },
    lang(value) {
      const meant = ofTable(LANGUAGES, value, () => "")
      const language = /** @type {Language} */ (Object.keys(LANGUAGES).find((key) => meant && LANGUAGES[/** @type {Language} */ (key)][0] === meant.values[0].zh))
      return meant && { values: meant.values, has: () => true, language }
    },
  }

  /** What could have been typed instead, a few of it. @returns {Both} */
  function known(/** @type {FilterName} */ name, /** @type {Known} */ { choices, topics }) {
    const lists = /** @type {Record<FilterName, () => [string[], string[]]>} */ ({
      policy: () => [choices.map(ArchiveResults.idOf), choices.map(ArchiveResults.idOf)],
      place: () => [choices.map((choice) => choice.placeZh), choices.map((choice) => choice.placeEn)],
      year: () => [choices.map((choice) => choice.year).sort(), choices.map((choice) => choice.year).sort()],
      level: () => [Object.keys(LEVELS).map((key) => LEVELS[key][0]), Object.keys(LEVELS)],
      kind: () => [KINDS.map((kind) => ArchiveWords.say("zh", `kind-${kind}`)), KINDS],
      topic: () => [Object.keys(topics).map((id) => topics[id][0]), Object.keys(topics).map((id) => topics[id][1])],
      lang: () => [["中文", "英文"], ["zh", "en"]],
    })
    const [zh, en] = lists[name]().map(distinct)
    const join = (/** @type {string[]} */ list, /** @type {Language} */ language) => list.slice(0, MOST_NAMED).join(ArchiveWords.say(language, "enumeration")) + (list.length > MOST_NAMED ? (language === "zh" ? "等" : " …") : "")
    return { zh: join(zh, "zh"), en: join(en, "en") }
  }

  /** How a filter is called where it is shown. @returns {Both} */
  function label(/** @type {FilterName} */ name, /** @type {Both[]} */ values, /** @type {boolean} */ isNot) {
    const join = (/** @type {Language} */ language) => values.slice(0, MOST_SHOWN).map((value) => value[language]).join(ArchiveWords.say(language, "enumeration")) + (values.length > MOST_SHOWN ? (language === "zh" ? `等${values.length}个` : ` and ${values.length - MOST_SHOWN} more`) : "")
    return { zh: `${NAMES[name][1]}${isNot ? "除外" : ""}：${join("zh")}`, en: `${LABELS[name]}${isNot ? " not" : ""}: ${join("en")}` }
  }

  const nameOf = (/** @type {string} */ word) => /** @type {FilterName[]} */ (Object.keys(NAMES)).find((name) => NAMES[name].includes(word))

  /** A test for sections by filters: one of each name, and none that excludes. */
  function test(/** @type {TypedFilter[]} */ filters, /** @type {Choice[]} */ choices, /** @type {Options["isWanted"]} */ also) {
    const chosen = distinct(filters.filter(({ isNot }) => !isNot).map(({ name }) => name))
    return (/** @type {number} */ section, /** @type {number} */ collection) => {
      const has = (/** @type {TypedFilter} */ filter) => filter.has(section, choices[collection])
      return (
        (!also || also(section, collection)) &&
        chosen.every((name) => filters.some((filter) => filter.name === name && !filter.isNot && has(filter))) &&
        !filters.some((filter) => filter.isNot && has(filter))
      )
    }
  }

  /**
   * Reads a query. What looks like a filter and is none stays a word.
   * @returns {Promise<TypedQuery>}
   */
  async function read(/** @type {string} */ typed, /** @type {Options} */ options) {
    const { topics } = /** @type {Filters} */ (await ArchiveSearchData.bring("filters"))
    const all = { choices: await ArchiveResults.choices(), topics }
    /** @type {TypedFilter[]} */
    const filters = []
    /** @type {Said} */
    const said = { zh: [], en: [] }
    const tell = (/** @type {string} */ zh, /** @type {string} */ en) => void (said.zh.push(zh), said.en.push(en))
    const words = typed.replace(TOKEN, (whole, before, minus, word, colon, quoted, bare) => {
      const name = nameOf(word.toLowerCase())
      const value = quoted === undefined ? bare : quoted
      if (!name) {
        if (colon === ":" && !value.startsWith("//")) tell(`没有“${word}”这项筛选，已把“${whole.trim()}”当作检索词；可用的筛选：${Object.keys(NAMES).join("、")}`, `There is no filter “${word}”, so “${whole.trim()}” was searched for as words; the filters are ${Object.keys(NAMES).join(", ")}`)
        return whole
      }
      const meant = READ[name](plain(value), all, value)
      if (meant) filters.push({ name, written: whole.trim(), isNot: minus === "-", label: label(name, meant.values, minus === "-"), has: meant.has, language: meant.language })
      else {
        const could = known(name, all)
        tell(`没有${NAMES[name][1]}“${value}”，这项筛选未用；可用：${could.zh}`, `There is no ${LABELS[name].toLowerCase()} “${value}”, so this filter was left out; known: ${could.en}`)
      }
      return before
    })
    const own = filters.filter(({ name }) => name !== "lang")
    const languages = filters.filter(({ name }) => name === "lang")
    const asked = languages[languages.length - 1]
    const other = (/** @type {Language | undefined} */ language) => /** @type {Language} */ (language === "zh" ? "en" : "zh")
    const language = asked ? (asked.isNot ? other(asked.language) : asked.language) : options.language
    const isWanted = own.length ? test(own, all.choices, options.isWanted) : options.isWanted
    const left = words.trim().replace(/\s+/g, " ")
    if (!left && filters.length) tell("这里只有筛选条件，请再输入要查的词", "There are only filters here; add the words to search for")
    return { words: left, options: Object.assign({}, options, { language, isWanted }), filters, said }
  }

  /** A query without one of its filters. */
  function without(/** @type {string} */ typed, /** @type {string} */ written) {
    const at = ` ${typed} `.indexOf(` ${written} `)
    return at < 0 ? typed.replace(written, " ").trim() : `${typed.slice(0, at)}${typed.slice(at + written.length)}`.trim().replace(/\s+/g, " ")
  }

  return { read, without }
})()
