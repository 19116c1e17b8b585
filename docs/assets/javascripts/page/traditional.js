// Traditional characters for those who read them: the Chinese of a page is converted where it stands, and put back in one press.
// What quotes letters stays as it is: the file as received, what an editor changed, forms of citing, results of the search.
// @ts-check
"use strict"

const ArchiveTraditional = (() => {
  const { LANGUAGE, linkOf } = ArchivePage
  const WORDS = {
    zh: { note: "繁體字由程式轉換，引用請以簡體原文為準。", back: "恢復簡體", lang: "zh-Hant" },
    en: { note: "The Chinese is shown in Traditional characters, converted by a program; please cite the Simplified original.", back: "Back to Simplified", lang: "en" },
  }[LANGUAGE]
  const KEY = "archive.script"
  const ON = "hant"
  const LETTERS = ".received, .policy-reading, .cite-panel, .search-page-output"
  const KEPT = `script, style, textarea, code, ${LETTERS}`
  const ATTRIBUTES = ["placeholder", "title", "aria-label"] // but of signs that cite: others read what those are called
  const BLOCK = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, summary, caption, figcaption, label, legend, div, section, nav, form"
  const root = document.documentElement

  /** @type {((text: string) => string) | null} */
  let convert = null
  let isOn = false
  /** What each text was, and what it became. @type {Map<Text, {from: string, to: string}>} */
  const changed = new Map()
  /** What was shown before, by what is shown now: a copy of it is known again. @type {Map<string, string>} */
  const known = new Map()
  /** What was said in attributes, and what is now. @type {{element: Element, name: string, from: string, to: string}[]} */
  let said = []
  /** The elements that are said to be Traditional now. @type {Set<Element>} */
  const renamed = new Set()
  /** Those that are said to be Simplified now, amid what is not. @type {Set<Element>} */
  const named = new Set()
  /** Those that are so in the archive itself. @type {Set<Element>} */
  const own = new Set(document.querySelectorAll('[lang="zh-Hant"]'))
  let title = ""

  /** Whether words below an element are Simplified Chinese, or were. */
  function isChinese(/** @type {Element} */ element) {
    const holder = element.closest("[lang]")
    const lang = holder ? holder.getAttribute("lang") || "" : ""
    return lang === "zh-Hans" || (lang === "zh-Hant" && holder !== null && !own.has(holder))
  }

  /** Writes the texts of one block in Traditional characters: together, for a word may reach over a link's end. */
  function write(/** @type {Text[]} */ texts) {
    if (!convert) return
    const from = texts.map((text) => text.data).join("")
    const to = convert(from)
    let place = 0
    for (const text of texts) {
      const before = text.data
      const after = to.slice(place, place + before.length)
      place += before.length
      if (after !== before) {
        changed.set(text, { from: before, to: after })
        known.set(after, before)
        text.data = after
      }
    }
  }

  /** Converts what the attributes of an element and of those below it say. */
  function convertAttributes(/** @type {Element} */ top) {
    for (const name of ATTRIBUTES) {
      for (const element of [top, ...top.querySelectorAll(`[${name}]`)]) {
        const from = element.getAttribute(name)
        if (!convert || !from || element.closest(`${KEPT}, .policy-address`) || !isChinese(element)) continue
        const to = convert(from)
        if (to === from) continue
        said.push({ element, name, from, to })
        element.setAttribute(name, to)
      }
    }
  }

  /** Converts what stands below a node. */
  function convertBelow(/** @type {Node} */ top) {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
    /** @type {Text[]} */
    let group = []
    /** @type {Element | null} */
    let block = null
    for (let node = top instanceof Text ? top : walker.nextNode(); node; node = walker.nextNode()) {
      const text = /** @type {Text} */ (node)
      const parent = text.parentElement
      if (!parent || !text.data.trim() || parent.closest(KEPT) || !isChinese(parent)) continue
      const before = known.get(text.data)
      if (before !== undefined && !changed.has(text)) changed.set(text, { from: before, to: text.data })
      if (changed.has(text)) continue
      const around = parent.closest(BLOCK)
      if (around !== block) {
        write(group)
        group = []
        block = around
      }
      group.push(text)
    }
    write(group)
  }

  /** Says of the Chinese below an element which characters it has; of what is kept, that it is as it was. */
  function rename(/** @type {Element} */ top) {
    const found = [...(top.matches('[lang="zh-Hans"]') ? [top] : []), ...top.querySelectorAll('[lang="zh-Hans"]')]
    for (const element of top.querySelectorAll(LETTERS)) {
      if (element.hasAttribute("lang") || !isChinese(element)) continue
      element.setAttribute("lang", "zh-Hans")
      named.add(element)
    }
    for (const element of found) {
      if (element.closest(KEPT)) continue
      element.setAttribute("lang", "zh-Hant")
      renamed.add(element)
    }
  }

  /** Converts what scripts add later: what opens at a mark, lists that are filled when they are asked for. */
  const later = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (node instanceof Element) rename(node)
        if (node.isConnected) convertBelow(node)
        if (node instanceof Element && node.isConnected) convertAttributes(node)
      }
  })

  /** Brings the table, by a script, for a folder allows nothing else. */
  function bring(/** @type {() => void} */ then) {
    if (convert) return then()
    const script = document.createElement("script")
    script.src = `${root.getAttribute("data-root") || "."}/assets/traditional.js`
    script.addEventListener("load", () => {
      convert = ArchiveForms.makeConverter(/** @type {any} */ (window).archiveForms)
      then()
    })
    document.head.append(script)
  }

  /** Puts the line that says what is shown, with the way back, above all else. */
  function tell() {
    const note = document.createElement("p")
    note.className = "traditional-note"
    note.lang = WORDS.lang
    own.add(note)
    const button = document.createElement("button")
    button.type = "button"
    button.className = "action"
    button.textContent = WORDS.back
    button.addEventListener("click", () => choose(false))
    note.append(WORDS.note, " ", button)
    const article = document.querySelector("article")
    if (article) article.prepend(note)
  }

  /** Shows the page as chosen. */
  function show() {
    root.classList.toggle("is-traditional", isOn)
    for (const button of document.querySelectorAll(".mode-script")) button.setAttribute("aria-pressed", String(isOn))
    if (!isOn) return restore()
    tell()
    bring(() => {
      if (!isOn || !convert) return
      rename(root)
      title = document.title
      if (LANGUAGE === "zh") document.title = convert(title)
      convertBelow(document.body)
      convertAttributes(document.body)
      later.observe(document.body, { childList: true, subtree: true })
    })
  }

  /** Puts every text back as it was, letter for letter. */
  function restore() {
    later.disconnect()
    for (const note of document.querySelectorAll(".traditional-note")) note.remove()
    for (const [text, { from, to }] of changed) if (text.data === to) text.data = from
    for (const { element, name, from, to } of said) if (element.getAttribute(name) === to) element.setAttribute(name, from)
    said = []
    for (const element of renamed) element.setAttribute("lang", "zh-Hans")
    if (title) document.title = title
    changed.clear()
    known.clear()
    renamed.clear()
    for (const element of named) element.removeAttribute("lang")
    named.clear()
  }

  /** Writes the choice into the address, and stores it. */
  function note() {
    const query = new URLSearchParams(location.search)
    if (isOn) query.set("script", ON)
    else query.delete("script")
    ArchiveModes.write(query, location.hash)
    ArchiveModes.store(KEY, isOn ? ON : "")
  }

  /** Shows Traditional characters or the original ones, and keeps the reader's place. */
  function choose(/** @type {boolean} */ wanted) {
    isOn = wanted
    ArchiveModes.hold(show)
    note()
  }

  /** The words of a range as the archive has them, but for those in elements that a selector names. */
  function original(/** @type {Range} */ range, /** @type {string} */ skipped) {
    const top = range.commonAncestorContainer
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
    let words = ""
    for (let node = top instanceof Text ? top : walker.nextNode(); node; node = walker.nextNode()) {
      const text = /** @type {Text} */ (node)
      if (!range.intersectsNode(text) || (text.parentElement && text.parentElement.closest(skipped))) continue
      const before = changed.get(text)
      const start = text === range.startContainer ? range.startOffset : 0
      const end = text === range.endContainer ? range.endOffset : text.data.length
      words += (before && before.to === text.data ? before.from : text.data).slice(start, end)
    }
    return words
  }

  /** Gives links within the site the choice where the browser does not store it from page to page. */
  function carry(/** @type {Event} */ event) {
    const link = linkOf(event, "a[href]")
    const home = new URL(root.getAttribute("data-root") || ".", location.href).href
    if (!link || !link.href.startsWith(home) || /^#/.test(link.getAttribute("href") || "")) return
    if (location.protocol !== "file:" && ArchiveModes.stored(KEY) !== null) return
    const url = new URL(link.href)
    if (!isOn && !url.searchParams.has("script")) return // a query that is only read stays as it is written
    if (isOn) url.searchParams.set("script", ON)
    else url.searchParams.delete("script")
    link.href = url.href
  }

  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".mode-script"))) {
    button.addEventListener("click", () => choose(!isOn))
  }
  for (const type of ["click", "auxclick"]) document.addEventListener(type, carry, true)
  isOn = root.classList.contains("is-traditional")
  if (isOn) {
    show()
    note()
  }

  return { original }
})()
