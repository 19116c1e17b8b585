// What the theme's search box shows of an answer: groups of items, as the theme's protocol has them. Everything is escaped,
// for the theme puts it into the page as HTML.
// @ts-check
"use strict"

/**
 * @typedef {{location: string, title: string, text: string, score: number, terms: Record<string, boolean>}} Item
 * @typedef {{language: Language, isFolder: boolean, isOver: () => boolean}} Asked
 */

var ArchiveSearchBox = (() => {
  const MOST_GROUPS = 10 // so many the theme shows at once; for more it measures the list at every key
  const MOST_NAMED = 2
  const MOST_POLICIES = 6
  const MOST_MARKED = 8
  const MOST_HITS = 16 // in all policies: the search page has the others
  const NAMED = 10000 // an entry whose name is the query scores no less
  const WIDTH = { zh: 100, en: 220 }
  const LONE = /\p{Cs}/gu // half a character, which no address can hold
  const WORDS = {
    zh: {
      total: (/** @type {number} */ n) => `找到${n}条`,
      all: (/** @type {number} */ n) => `在检索页查看全部${n}条`,
      more: "筛选、逐处对齐、保存结果",
    },
    en: {
      total: (/** @type {number} */ n) => (n === 1 ? "1 result" : `${n} results`),
      all: (/** @type {number} */ n) => (n === 1 ? "See it on the search page" : `See all ${n} results on the search page`),
      more: "Filters, concordance, saving the results",
    },
  }

  const escape = ArchiveMarks.escape

  /** A fragment that says its language where that is not the reader's. */
  function inLanguage(/** @type {string} */ html, /** @type {Language} */ own, /** @type {Language} */ reader) {
    return own === reader ? html : `<span lang="${ArchiveWords.say(own, "tag")}">${html}</span>`
  }

  /** A text with the query's places marked. */
  function marked(/** @type {string} */ text, /** @type {Language} */ own, /** @type {Language} */ reader, /** @type {Query} */ query) {
    return inLanguage(ArchiveMarks.mark(text, ArchiveMarks.findAll(text, own, query)), own, reader)
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

    /** An item, of which the theme shows those at once that score no less than the first of their group. */
    item(/** @type {string} */ location, /** @type {string} */ title, /** @type {string} */ text, score = 1, /** @type {Unit[]} */ units = []) {
      return { location, title, text, score, terms: this.terms(units) }
    }

    /** The words to be marked on the page that an item leads to, as they stand there. */
    terms(/** @type {Unit[]} */ units) {
      const found = units
        .filter((unit) => unit.language === this.language)
        .flatMap(({ text, language }) => ArchiveMarks.findAll(text, language, this.result.query).map(([start, end]) => text.slice(start, end)))
      return Object.fromEntries(found.slice(0, MOST_MARKED).map((word) => [word, true]))
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
      inOther.forEach((hit, i) => texts.set(hit, { ...texts.get(hit), ...other[i] }))
      return texts
    }

    /** An entry or page: its name, its kind, and its other name or the passage that was found. */
    entryItem(/** @type {number} */ hit, /** @type {Partial<BothSections>} */ texts) {
      const { query } = this.result
      const section = /** @type {InstanceType<typeof ArchiveSections.Section>} */ (texts[this.language])
      const [unit, language] = this.result.best(hit)
      const found = texts[language]?.units()[unit]
      const kind = ArchiveWords.say(this.language, `kind-${section.collection.kind}`)
      const isShown = found && found.text !== section.title && found.text
      const passage = isShown ? found : section.units().find((other) => !other.isName && other.text)
      const text = passage ? this.excerpt(passage.text, passage.language) : ""
      const title = marked(section.title, this.language, this.language, query)
      const units = [...section.units().slice(0, 1), ...(found ? [found] : [])]
      return this.item(this.location(section.place()), title, `${escape(kind)}${text && " · "}${text}`, 1, units)
    }

    excerpt(/** @type {string} */ text, /** @type {Language} */ own) {
      const spans = ArchiveMarks.findAll(text, own, this.result.query)
      return inLanguage(ArchiveMarks.excerpt(text, spans, WIDTH[own]), own, this.language)
    }

    /** A section: printed number and title, the passage that was found, and the line of the other language. */
    sectionItem(/** @type {number} */ hit, /** @type {Partial<BothSections>} */ texts, /** @type {number} */ score) {
      const { query } = this.result
      const section = /** @type {InstanceType<typeof ArchiveSections.Section>} */ (texts[this.language])
      const [number, language] = this.result.best(hit)
      const found = /** @type {Unit} */ (texts[language]?.units()[number])
      const own = section.units()[number]
      const lines = []
      if (found.isName) lines.push(...section.units().filter((unit) => !unit.isName && unit.text).slice(0, 1)) // the title stands above
      else if (own.text) lines.push(own)
      if (language !== this.language || (!lines.length && !found.isName)) lines.push(found)
      const text = lines.map((unit) => this.excerpt(unit.text, unit.language)).join("<br>")
      const label = escape(section.label)
      const isTitled = section.title.length > 4 // a number alone says little
      const title = isTitled ? marked(section.title, this.language, this.language, query) : label
      const location = this.location(section.place(found.isName ? section.anchor : found.anchor))
      return this.item(location, title, [...(isTitled ? [label] : []), ...(text ? [text] : [])].join(" · "), score, [found])
    }

    /** The groups of the theme: each begins with the page to which the sections below it belong. */
    async groups(/** @type {string} */ typed) {
      const { result, words } = this
      const groups = result.groups()
      const { policies: policyCount } = ArchiveSearchData.head
      const policies = groups.filter((group) => group.collection < policyCount)
      const entries = groups.filter((group) => group.collection >= policyCount)
      const named = entries.filter((group) => group.score >= NAMED).slice(0, MOST_NAMED)
      const others = entries.filter((group) => !named.includes(group)).slice(0, MOST_GROUPS - 2 - named.length - Math.min(MOST_POLICIES, policies.length))
      const shown = policies.slice(0, MOST_POLICIES)
      const each = Math.max(2, Math.min(10, Math.floor(MOST_HITS / Math.max(1, shown.length))))
      const hits = new Map(shown.map((group) => [group, result.ranked(group).slice(0, each)]))
      const best = new Map([...named, ...others].map((group) => [group, result.ranked(group)[0]]))
      const texts = await this.bring([...best.values(), ...[...hits.values()].flat()])
      const textsOf = (/** @type {number | undefined} */ hit) => /** @type {Partial<BothSections>} */ (texts.get(hit ?? -1))
      const entryGroup = (/** @type {Group} */ group) => [this.entryItem(best.get(group) ?? 0, textsOf(best.get(group)))]
      const list = named.map(entryGroup)
      for (const [group, own] of hits) {
        const { collection } = /** @type {InstanceType<typeof ArchiveSections.Section>} */ (textsOf(own[0])[this.language])
        const title = `${escape(collection.place)} · ${escape(collection.title)}`
        const head = this.item(this.location({ path: collection.path, anchor: "" }), title, escape(ArchiveWords.sections(this.language, group.to - group.from)))
        list.push([head, ...own.map((hit, i) => this.sectionItem(hit, textsOf(hit), i < 3 ? 1 : 0.5))])
      }
      list.push(...others.map(entryGroup))
      const search = `${this.location({ path: "search/", anchor: "" })}?query=${encodeURIComponent(typed)}`
      const total = result.count
      if (total) list.push([this.item(search, escape(words.all(total)), escape(words.more))])
      const notes = [
        ...(result.parts ? [ArchiveWords.parts(this.language, result.parts)] : []),
        ...(result.reading && total ? [ArchiveWords.say(this.language, "reading", { words: result.reading })] : []),
        ...(result.isCut && !total ? [ArchiveWords.say(this.language, "short")] : []),
      ]
      list.unshift(...notes.map((note) => [this.item(search, escape(note), "")]))
      const message = [words.total(total), ...notes].join(ArchiveWords.say(this.language, "stop") + ArchiveWords.say(this.language, "space"))
      if (list.length) list[0][0].text += `<span class="archive-search-total" hidden>${escape(message)}</span>`
      return list
    }
  }

  /** Answers what is typed with the theme's groups. @returns {Promise<Item[][]>} */
  async function answer(/** @type {string} */ typed, /** @type {Asked} */ asked) {
    if (!typed.trim()) return []
    const whole = typed.replace(LONE, " ")
    const result = await ArchiveSearch.search(whole, { isOver: asked.isOver })
    return new Answer(result, asked).groups(whole)
  }

  return { answer }
})()
