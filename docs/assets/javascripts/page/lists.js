// Lists of names: filtered as one types, by Chinese of either script, pinyin (whole, spaced, initials) or English; ordered by
// letters or by use. How a list is shown stands in the address, `?filter=zlqs&order=use`. The HTML comes from
// scripts/write/markup/lists.py, and is complete without this.
// @ts-check
"use strict"

;(() => {
  const SIGNS = /[\s、，。；：“”‘’《》（）〔〕·…—,;:()"]/g
  const LATIN = /^[a-z0-9][a-z0-9.+%&'’-]*$/
  const LETTERS = /^[a-z'’]+$/
  const LONGEST_PINYIN = 40
  const PATIENCE = 250 // so long after the last key, in ms, the address follows: some browsers count how often it changes

  /**
   * @typedef {{item: HTMLElement, use: number, spread: number, letter: string, key: string, words: Words | null}} Entry
   * @typedef {{text: string, dense: string, pinyin: string}} Words  as they are compared: small, without signs, syllables
   * @typedef {{words: string, id: string, heading: HTMLElement | null, list: HTMLElement, entries: Entry[]}} Group
   * @typedef {{text: RegExp | null, dense: string, pinyin: RegExp | null}} Piece  what one word of a query looks for
   */

  /** A text as it is compared: small letters without tones and accents, ü as v. */
  function fold(/** @type {string} */ text) {
    const small = text.normalize("NFKC").toLowerCase().normalize("NFD")
    return small.replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "")
  }

  /** Pairs of characters: the Traditional one, then its Simplified form. */
  function pairsOf(/** @type {string} */ joined) {
    const characters = Array.from(joined)
    /** @type {Map<string, string>} */
    const forms = new Map()
    for (let i = 0; i < characters.length; i += 2) forms.set(characters[i], characters[i + 1])
    return forms
  }

  /** What finds letters at the beginning of a word. */
  function wordPattern(/** @type {string} */ word) {
    return new RegExp(`(?:^|[^a-z0-9])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`)
  }

  /** What finds syllables by letters, each of which goes on in its syllable or begins another: zlqs, zhiliang, zhilqs. */
  function pinyinPattern(/** @type {string} */ letters) {
    return new RegExp(`(?:^| )${Array.from(letters).join("(?:[a-z]* )?")}`)
  }

  /** What a query looks for: all of its words, or their letters as pinyin. */
  function read(/** @type {string} */ query, /** @type {Map<string, string>} */ forms) {
    const folded = Array.from(fold(query), (character) => forms.get(character) || character).join("")
    const typed = folded.split(/\s+/).filter(Boolean)
    const plain = typed.map((word) => word.replace(/([a-z])[1-5](?=[a-z]|$)/g, "$1")) // zhi4liang4
    const isPinyin = plain.length > 0 && plain.every((word) => LETTERS.test(word))
    const letters = plain.join("").replace(/['’]/g, "")
    const whole = isPinyin && letters.length <= LONGEST_PINYIN ? pinyinPattern(letters) : null
    const pieces = typed.map((word, index) => ({
      text: LATIN.test(word) ? wordPattern(word) : null,
      dense: word.replace(SIGNS, ""),
      pinyin: !isPinyin && LETTERS.test(plain[index]) ? pinyinPattern(plain[index].replace(/['’]/g, "")) : null,
    }))
    return { whole, pieces }
  }

  /** Whether an entry has what one word of a query looks for. */
  function has(/** @type {Words} */ words, /** @type {Piece} */ { text, dense, pinyin }) {
    return (text ? text.test(words.text) : words.dense.includes(dense)) || (pinyin !== null && pinyin.test(words.pinyin))
  }

  /** The words of an entry, as they are compared. */
  function wordsOf(/** @type {Entry} */ entry) {
    if (!entry.words) {
      const [pinyin, ...forms] = (entry.item.dataset.key || "").split(";")
      const text = fold(`${entry.item.textContent || ""} ${forms.join(" ")}`)
      entry.words = { text, dense: text.replace(SIGNS, ""), pinyin }
    }
    return entry.words
  }

  /** The list of a page. */
  function begin(/** @type {HTMLElement} */ list) {
    const groups = /** @type {HTMLElement} */ (list.querySelector(".list-groups"))
    const jumps = /** @type {HTMLElement} */ (list.querySelector(".list-jump"))
    const count = /** @type {HTMLElement} */ (list.querySelector(".list-count"))
    const field = /** @type {HTMLInputElement} */ (list.querySelector(".list-filter input"))
    const clear = /** @type {HTMLButtonElement} */ (list.querySelector(".filter-clear"))
    const further = /** @type {HTMLAnchorElement} */ (list.querySelector(".list-further"))
    const orders = /** @type {HTMLInputElement[]} */ (Array.from(list.querySelectorAll(".list-orders [name='order']")))
    const isChinese = document.documentElement.lang.startsWith("zh")
    const total = count.textContent || ""
    const forms = pairsOf(list.dataset.traditional || "")
    /** @type {Group[]} */
    const own = Array.from(groups.querySelectorAll("ul.entries"), (element) => {
      const before = element.previousElementSibling
      const heading = before && before.tagName === "H2" ? /** @type {HTMLElement} */ (before) : null
      const entries = Array.from(element.children, (item) => readEntry(/** @type {HTMLElement} */ (item)))
      const link = heading && jumps.querySelector(`[href="#${heading.id}"]`)
      return { words: (link && link.textContent) || "", id: heading ? heading.id : "", heading, list: /** @type {HTMLElement} */ (element), entries }
    })
    const all = own.reduce((entries, group) => entries.concat(group.entries), /** @type {Entry[]} */ ([]))
    let shown = own
    let timer = 0

    /** What is known of an entry from its element. */
    function readEntry(/** @type {HTMLElement} */ item) {
      const name = fold((item.querySelector("a, .entry-name") || item).textContent || "").replace(/^[^a-z0-9]+/, "")
      const key = isChinese ? (item.dataset.key || "").split(";")[0] : name
      const first = key.charAt(0).toUpperCase()
      return { item, use: Number(item.dataset.use || 0), spread: Number(item.dataset.in || 0), letter: /\d/.test(first) ? "0–9" : first, key, words: null }
    }

    /** A new group with its heading. */
    function makeGroup(/** @type {string} */ words, /** @type {Entry[]} */ entries) {
      const element = document.createElement("ul")
      element.className = words ? "entries" : "entries list-flat"
      /** @type {Group} */
      const group = { words, id: "", heading: null, list: element, entries }
      if (words) {
        group.id = `letter-${words.charAt(0).toLowerCase()}`
        group.heading = document.createElement("h2")
        group.heading.id = group.id
        group.heading.textContent = words
      }
      return group
    }

    /** The entries by first letters. */
    function byLetter() {
      const sorted = all.slice().sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
      /** @type {Map<string, Entry[]>} */
      const letters = new Map()
      for (const entry of sorted) letters.set(entry.letter, (letters.get(entry.letter) || []).concat(entry))
      return Array.from(letters, ([letter, entries]) => makeGroup(letter, entries))
    }

    /** The entries in a row, the most used first, or those that most policies share. */
    function byUse(/** @type {boolean} */ isShared) {
      const ranks = new Map(all.map((entry, index) => [entry, index]))
      const rank = (/** @type {Entry} */ entry) => ranks.get(entry) || 0
      const byNumbers = (/** @type {Entry} */ a, /** @type {Entry} */ b) => (isShared && b.spread - a.spread) || b.use - a.use || b.spread - a.spread
      return [makeGroup("", all.slice().sort((a, b) => byNumbers(a, b) || rank(a) - rank(b)))]
    }

    /** Shows the list in an order. */
    function arrange(/** @type {string} */ order) {
      shown = order === orders[0].value ? own : order === "letter" ? byLetter() : byUse(order === "shared")
      groups.textContent = ""
      jumps.textContent = ""
      for (const group of shown) {
        group.list.append(...group.entries.map((entry) => entry.item))
        if (group.heading) {
          const link = document.createElement("a")
          link.href = `#${group.id}`
          link.textContent = group.words
          jumps.append(link)
          groups.append(group.heading)
        }
        groups.append(group.list)
      }
      hideEmpty()
    }

    /** Hides the headings below which nothing is left, and the ways to them. */
    function hideEmpty() {
      const links = Array.from(jumps.children)
      shown.forEach((group, index) => {
        const isEmpty = group.entries.every((entry) => entry.item.hidden)
        group.list.hidden = isEmpty
        if (group.heading) group.heading.hidden = isEmpty
        if (links[index]) links[index].classList.toggle("empty", isEmpty)
      })
    }

    /** Shows the entries that have what was typed, and says how many these are. */
    function filter() {
      const { whole, pieces } = read(ArchivePage.clip(field.value), forms)
      let found = 0
      for (const entry of all) {
        const words = wordsOf(entry)
        const isIn = pieces.every((piece) => has(words, piece)) || (whole !== null && whole.test(words.pinyin))
        if (entry.item.hidden === isIn) entry.item.hidden = !isIn
        if (isIn) found += 1
      }
      hideEmpty()
      const words = pieces.length === 0 ? total : (found ? count.dataset.found : count.dataset.none) || ""
      count.textContent = words.replace("{found}", String(found)) + ArchivePage.saidOfClipped(field.value)
      list.classList.toggle("is-filtered", pieces.length > 0)
      further.hidden = found > 0
      further.search = `?query=${encodeURIComponent(ArchivePage.clip(field.value).trim())}`
      list.dispatchEvent(new Event("filtered"))
    }

    /** Writes into the address how the list is shown. */
    function note() {
      const query = new URLSearchParams(location.search)
      const order = orders.findIndex((input) => input.checked)
      const state = { filter: ArchivePage.clip(field.value).trim(), order: order > 0 ? orders[order].value : "" }
      for (const name of /** @type {("filter" | "order")[]} */ (["filter", "order"])) {
        if (state[name]) query.set(name, state[name])
        else query.delete(name)
      }
      const text = query.toString()
      history.replaceState(history.state, "", `${location.pathname}${text && `?${text}`}${location.hash}`)
    }

    /** Shows the list as the address asks. */
    function restore() {
      const query = new URLSearchParams(location.search)
      const order = orders.find((input) => input.value === query.get("order"))
      if (order && order !== orders[0]) {
        order.checked = true
        arrange(order.value)
      }
      field.value = ArchivePage.clip(query.get("filter") || "") || field.value // which a browser fills in when it comes back
      if (field.value) filter()
      document.documentElement.classList.remove("list-asked")
    }

    field.addEventListener("focus", () => all.forEach(wordsOf)) // so that the first letter typed need not wait for them
    field.addEventListener("input", () => {
      filter()
      clearTimeout(timer)
      timer = setTimeout(note, PATIENCE)
    })
    clear.addEventListener("click", () => {
      field.value = ""
      filter()
      note()
      field.focus()
    })
    for (const input of orders)
      input.addEventListener("change", () => {
        arrange(input.value)
        note()
      })
    restore()
  }

  /** Opens what folds away at the place to which the address leads. */
  function unfold() {
    const place = document.getElementById(location.hash.slice(1))
    const fold = place && place.matches(".entries > li") && place.querySelector("details")
    if (fold) fold.open = true
  }

  for (const list of Array.from(document.querySelectorAll(".list"))) begin(/** @type {HTMLElement} */ (list))
  addEventListener("hashchange", unfold)
  unfold()
})()
