// What the search box of every page shows of an answer: a line that counts, and groups of items that lead to what was found.
// It is HTML in which whatever comes from a text or a query is escaped.
// @ts-check
"use strict"

/**
 * @typedef {{location: string, title: string, text: string, terms: string[]}} Item  an address below the site's root, HTML twice, and what to mark there
 * @typedef {{head: Item | null, items: Item[]}} ItemGroup  the policy, and what was found in it
 * @typedef {object} BoxAnswer
 * @property {string} message  how much was found, and how much of it the groups show
 * @property {string[]} notes  what was searched instead of what was typed
 * @property {ItemGroup[]} groups
 * @property {Item} all  the search page with this query
 * @typedef {{language: Language, isFolder: boolean, isOver: () => boolean}} Asked
 */

var ArchiveSearchBox = (() => {
  const MOST_NAMED = 2
  const MOST_OTHERS = 4
  const MOST_POLICIES = 5
  const MOST_MARKED = 8
  const MOST_HITS = 10 // in all policies: the search page has the others
  const NAMED = 10000 // an entry whose name is the query scores no less
  const WIDTH = { zh: 80, en: 180 }
  const WORDS = {
    zh: {
      found: (/** @type {string} */ sections, /** @type {string} */ entries) => `${sections}，${entries}`,
      first: (/** @type {string} */ n) => `，先列${n}条`,
      all: (/** @type {string} */ n) => (n ? `查看全部${n}条结果` : "看看可以改查什么"),
      more: "筛选、逐处对齐、保存结果",
    },
    en: {
      found: (/** @type {string} */ sections, /** @type {string} */ entries) => `${sections}, ${entries}`,
      first: (/** @type {string} */ n) => (n === "1" ? "; the first is listed" : `; the first ${n} are listed`),
      all: (/** @type {string} */ n) => (n === "1" ? "See the result on the search page" : n ? `See all ${n} results` : "See what to search for instead"),
      more: "Filters, concordance, saving results",
    },
  }

  const escape = ArchiveMarks.escape

  /** A fragment that says its language where that is not the reader's. */
  function inLanguage(/** @type {string} */ html, /** @type {Language} */ own, /** @type {Language} */ reader) {
    return own === reader ? html : `<span lang="${ArchiveWords.say(own, "tag")}">${html}</span>`
  }

  /** What one answer is made with. */
  class Answer {
    constructor(/** @type {InstanceType<typeof ArchiveSearch.Result>} */ result, /** @type {Asked} */ asked) {
      this.result = result
      this.language = asked.language
      /** @type {Language} */
      this.other = asked.language === "zh" ? "en" : "zh"
      this.words = WORDS[asked.language]
      this.prefix = asked.language === "en" ? "en/" : ""
      this.isFolder = asked.isFolder
    }

    /** The address of a place, below the site's root. */
    location(/** @type {Place} */ place) {
      return this.prefix + ArchiveAddresses.below(place, this.isFolder)
    }

    /** The words to be marked on the page that an item leads to, as they stand there. */
    terms(/** @type {Unit[]} */ units) {
      const { query } = this.result
      const own = units.filter((unit) => unit.language === this.language)
      const found = own.map(({ text, language }) => ArchiveMarks.findAll(text, language, query).map(([start, end]) => text.slice(start, end)))
      return [...new Set(ArchiveLists.flatten(found))].slice(0, MOST_MARKED)
    }

    /** The sections of hits, each in the reader's language and, where it was found in the other, in that too. */
    async bring(/** @type {number[]} */ hits) {
      const inOther = hits.filter((hit) => this.result.best(hit)[1] !== this.language)
      const ordinals = (/** @type {number[]} */ list) => list.map((hit) => this.result.hits.sections[hit])
      const [own, other] = await Promise.all([
        ArchiveSections.bring(ordinals(hits), [this.language]),
        ArchiveSections.bring(ordinals(inOther), [this.other]),
      ])
      /** @type {Map<number, Partial<BothSections>>} */
      const texts = new Map(hits.map((hit, i) => [hit, own[i]]))
      inOther.forEach((hit, i) => texts.set(hit, Object.assign({}, texts.get(hit), other[i])))
      return texts
    }

    /** A name with what was found in it marked. */
    title(/** @type {string} */ text) {
      return ArchiveMarks.whole(ArchiveMarks.mark(text, ArchiveMarks.findAll(text, this.language, this.result.query)))
    }

    /** An entry or page: its name, its kind, and its other name or the passage that was found. */
    entryItem(/** @type {number} */ hit, /** @type {Partial<BothSections>} */ texts) {
      const section = /** @type {InstanceType<typeof ArchiveSections.Section>} */ (texts[this.language])
      const [unit, language] = this.result.best(hit)
      const there = texts[language]
      const found = there && there.units()[unit]
      const kind = ArchiveWords.say(this.language, `kind-${section.collection.kind}`)
      const isShown = found && found.text !== section.title && found.text
      const passage = isShown ? found : section.units().find((other) => !other.isName && other.text !== "")
      const text = passage ? this.excerpt(passage) : ""
      const terms = this.terms([...section.units().slice(0, 1), ...(found ? [found] : [])])
      return { location: this.location(section.place()), title: this.title(section.title), text: `${escape(kind)}${text && " · "}${text}`, terms }
    }

    /** The words around what was found in a unit; English that nobody has confirmed yet says so. */
    excerpt(/** @type {Unit} */ { text, language, isDraft }) {
      const spans = ArchiveMarks.findAll(text, language, this.result.query)
      const mark = isDraft ? ` <span class="site-search-label">${escape(ArchiveWords.say(this.language, "draft"))}</span>` : ""
      return inLanguage(ArchiveMarks.excerpt(text, spans, WIDTH[language]), language, this.language) + mark
    }

    /** A section: printed number and title, the passage that was found, and the line of the other language. */
    sectionItem(/** @type {number} */ hit, /** @type {Partial<BothSections>} */ texts) {
      const section = /** @type {InstanceType<typeof ArchiveSections.Section>} */ (texts[this.language])
      const [number, language] = this.result.best(hit)
      const found = /** @type {InstanceType<typeof ArchiveSections.Section>} */ (texts[language]).units()[number]
      const own = section.units()[number]
      const lines = []
      if (found.isName) lines.push(...section.units().filter((unit) => !unit.isName && unit.text).slice(0, 1)) // the title stands above
      else if (own.text) lines.push(own)
      if (language !== this.language || (!lines.length && !found.isName)) lines.push(found)
      const text = lines.map((unit) => this.excerpt(unit)).join("<br>")
      const label = escape(section.label)
      const name = ArchiveMarks.name(section.title)
      const title = name ? `<span class="site-search-label">${label}</span> ${this.title(name)}` : label
      return { location: this.location(section.place(found.isName ? section.anchor : found.anchor)), title, text, terms: this.terms([found]) }
    }

    /** The best of what was found: entries with that very name, policies with their sections, other entries. */
    choose() {
      const { result } = this
      const { policies: policyCount } = ArchiveSearchData.head
      const groups = result.groups()
      const policies = groups.filter((group) => group.collection < policyCount)
      const entries = groups.filter((group) => group.collection >= policyCount)
      const named = entries.filter((group) => group.score >= NAMED).slice(0, MOST_NAMED)
      const others = entries.filter((group) => !named.includes(group)).slice(0, MOST_OTHERS)
      const shown = policies.slice(0, MOST_POLICIES)
      const each = Math.max(2, Math.floor(MOST_HITS / Math.max(1, shown.length)))
      const sections = policies.reduce((sum, group) => sum + group.to - group.from, 0)
      return { named, others, shown, each, sections, entries: entries.length }
    }

    /** How much was found, and how much of it is shown. */
    message(/** @type {number} */ sections, /** @type {number} */ entries, /** @type {number} */ shown) {
      const { language, words } = this
      if (!sections && !entries) return ArchiveWords.say(language, this.result.isCut ? "short" : "nothing")
      const counted = [
        ...(sections ? [ArchiveWords.count(language, "policy-section", sections)] : []),
        ...(entries ? [ArchiveWords.count(language, "entry", entries)] : []),
      ]
      const found = counted.length > 1 ? words.found(counted[0], counted[1]) : counted[0]
      return found + (shown < sections + entries ? words.first(ArchiveWords.number(shown)) : "")
    }

    /** All that the box shows. @returns {Promise<BoxAnswer>} */
    async make(/** @type {string} */ typed, /** @type {boolean} */ isLong) {
      const { result, language, words } = this
      const { named, others, shown, each, sections, entries } = this.choose()
      const hits = new Map(shown.map((group) => [group, result.ranked(group).slice(0, each)]))
      const best = new Map([...named, ...others].map((group) => [group, result.ranked(group)[0]]))
      const texts = await this.bring([...best.values(), ...ArchiveLists.flatten([...hits.values()])])
      const textsOf = (/** @type {number} */ hit) => /** @type {Partial<BothSections>} */ (texts.get(hit))
      const entryItems = (/** @type {Group[]} */ list) => list.map((group) => this.entryItem(Number(best.get(group)), textsOf(Number(best.get(group)))))
      const policyGroup = (/** @type {[Group, number[]]} */ [group, own]) => {
        const { collection } = /** @type {InstanceType<typeof ArchiveSections.Section>} */ (textsOf(own[0])[language])
        const title = `${escape(collection.place)} · ${ArchiveMarks.whole(escape(collection.title))}`
        const text = escape(ArchiveWords.count(language, "section", group.to - group.from))
        const head = { location: this.location({ path: collection.path, anchor: "" }), title, text, terms: [] }
        return { head, items: own.map((hit) => this.sectionItem(hit, textsOf(hit))) }
      }
      const entryGroup = (/** @type {Group[]} */ list) => (list.length ? [{ head: null, items: entryItems(list) }] : [])
      const groups = [...entryGroup(named), ...[...hits].map(policyGroup), ...entryGroup(others)]
      const count = groups.reduce((sum, group) => sum + group.items.length, 0)
      const notes = [
        ...(isLong ? [ArchiveWords.long(language)] : []),
        ...(result.asked && result.asked.filters.length ? [result.asked.filters.map(({ label }) => label[language]).join(language === "zh" ? "；" : "; ")] : []),
        ...result.said[language],
        ...(result.parts ? [ArchiveWords.parts(language, result.parts)] : []),
        ...(result.reading && result.count ? [ArchiveWords.say(language, "reading", { words: result.reading })] : []),
      ]
      const total = sections + entries
      const location = `${this.location({ path: "search/", anchor: "" })}?query=${encodeURIComponent(typed)}`
      const all = { location, title: escape(words.all(total ? ArchiveWords.number(total) : "")), text: total ? escape(words.more) : "", terms: [] }
      return { message: this.message(sections, entries, count), notes, groups, all }
    }
  }

  /** Answers what is typed; nothing where nothing is. @returns {Promise<BoxAnswer | null>} */
  async function answer(/** @type {string} */ typed, /** @type {Asked} */ asked) {
    const whole = ArchiveText.clip(typed)
    if (!whole.trim()) return null
    const result = await ArchiveSearch.search(whole, { isOver: asked.isOver })
    return new Answer(result, asked).make(whole, ArchiveText.isLong(typed))
  }

  return { answer }
})()
