// Citing: the sign behind a heading, a paragraph or a figure, and a button for the policy as a whole, open a panel with every
// way to cite the place; where what it says cannot be loaded, the sign copies the address of its place.
// @ts-check
"use strict"

const ArchiveCite = (() => {
  const { LANGUAGE, WORDS, linkOf } = ArchivePage
  const { base, fill, fillRecord, load, nameOf, pageAddress, policyOf, valuesFor } = ArchiveCiting
  const COLUMN = LANGUAGE === "zh" ? 0 : 1
  const HAN = /([\u3400-\u4dbf\u4e00-\u9fff〇〔〕]+(?:\d+[\u3400-\u4dbf\u4e00-\u9fff〇〔〕]+)*)/
  const FIGURE_LINK = ".saveable td:nth-last-child(1) > a[href*='policies/'][href*='#']"

  /** @typedef {NonNullable<Awaited<ReturnType<typeof load>>>} Source */

  /** @type {{panel: HTMLElement, opener: HTMLElement} | null} */
  let open = null
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let silence

  /** The message that is shown for a while, made when it is first wanted. */
  function makeToast() {
    const toast = document.createElement("p")
    toast.className = "archive-toast"
    toast.setAttribute("role", "status")
    document.body.append(toast)
    return toast
  }

  /** Shows a message for a while, and to screen readers. */
  function say(/** @type {string} */ message) {
    const toast = document.querySelector(".archive-toast") || makeToast()
    toast.textContent = message
    clearTimeout(silence)
    silence = setTimeout(() => (toast.textContent = ""), 4000)
  }

  /** Puts a text on the clipboard; where the browser forbids it (file:), through a selection. */
  async function copy(/** @type {string} */ text) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch (_) {
      const field = document.createElement("textarea")
      field.value = text
      field.style.position = "fixed"
      field.style.opacity = "0"
      ;(open ? open.panel : document.body).append(field)
      field.select()
      const done = document.execCommand("copy")
      field.remove()
      return done
    }
  }

  /** Copies a text and says so. */
  async function copyAndSay(/** @type {string} */ text) {
    say(((await copy(text)) ? WORDS.copied : WORDS.failed) + text)
  }

  /** A button of the panel. */
  function makeButton(/** @type {string} */ words, /** @type {() => void} */ act) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = words
    button.addEventListener("click", act)
    return button
  }

  /** An English text whose Chinese words say that they are Chinese. */
  function speakChinese(/** @type {string} */ text) {
    return text.split(HAN).map((part, index) => {
      if (index % 2 === 0) return part
      const words = document.createElement("span")
      words.lang = "zh-Hans"
      words.textContent = part
      return words
    })
  }

  /** A form of citing, with the button that copies it. */
  function makeForm(/** @type {Source} */ policy, /** @type {Source["forms"][number]} */ form, /** @type {string} */ anchor, /** @type {string} */ quote) {
    const [, names, texts, langs] = form
    const text = fill(texts[COLUMN], valuesFor(policy, anchor, langs[COLUMN] === "en" ? 1 : 0, quote))
    const row = document.createElement("div")
    row.className = "cite-form"
    const name = document.createElement("p")
    const button = makeButton(WORDS.copy, () => copyAndSay(text))
    button.setAttribute("aria-label", WORDS.copyForm(names[COLUMN]))
    name.append(names[COLUMN], button)
    const words = document.createElement("p")
    words.className = "cite-text"
    words.lang = langs[COLUMN]
    words.append(...(words.lang === "en" ? speakChinese(text) : [text]))
    row.append(name, words)
    return row
  }

  /** Offers a record as a file. */
  function save(/** @type {Source} */ policy, /** @type {string[]} */ record, /** @type {string} */ anchor) {
    const [, ending, template] = record
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([fillRecord(template, valuesFor(policy, anchor, 0))]))
    link.download = `${policy.id}${anchor && `-${anchor}`}.${ending}`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  /** The records for reference managers: of the place, of the policy, and of the archive itself. */
  function makeRecords(/** @type {Source} */ policy, /** @type {string} */ anchor) {
    const box = document.createElement("div")
    box.className = "cite-records"
    for (const [name, place] of anchor ? [[WORDS.recordsPlace, anchor], [WORDS.recordsPolicy, ""]] : [[WORDS.recordsPolicy, ""]]) {
      const row = document.createElement("p")
      const buttons = policy.records.map((record) => {
        const button = makeButton(record[0], () => save(policy, record, place))
        button.setAttribute("aria-label", name + record[0])
        return button
      })
      row.append(name, ...buttons)
      box.append(row)
    }
    const row = document.createElement("p")
    row.append(WORDS.recordsArchive)
    for (const [name, ending] of policy.records) {
      const link = document.createElement("a")
      link.href = `${base()}/data/citations/archive.${ending}`
      link.download = `archive.${ending}`
      link.textContent = name
      link.setAttribute("aria-label", WORDS.recordsArchive + name)
      row.append(link, " ")
    }
    box.append(row)
    return box
  }

  /** The panel for a place of a policy. */
  function makePanel(/** @type {Source} */ policy, /** @type {string} */ anchor, /** @type {string} */ quote) {
    const panel = document.createElement("div")
    panel.className = "archive-popover cite-panel"
    panel.setAttribute("role", "dialog")
    const place = nameOf(policy, anchor, COLUMN)
    const title = WORDS.cite(place || anchor)
    panel.setAttribute("aria-label", title)
    const head = document.createElement("p")
    head.className = "cite-title"
    head.append(title, makeButton(WORDS.close, close))
    const forms = LANGUAGE === "zh" ? policy.forms : [...policy.forms].sort((a, b) => Number(b[0] === "english") - Number(a[0] === "english"))
    const shown = forms.filter(([key]) => key !== "quotation" || quote)
    const report = ArchiveReports.entries({ page: policy.addresses[COLUMN], anchor, place, words: quote })
    panel.append(head, ...shown.map((form) => makeForm(policy, form, anchor, quote)), makeRecords(policy, anchor), ...report)
    return panel
  }

  /** Closes the panel; the focus goes back to what opened it. */
  function close() {
    if (!open) return
    const { panel, opener } = open
    const hadFocus = panel.contains(document.activeElement)
    panel.remove()
    open = null
    if (hadFocus) opener.focus({ preventScroll: true })
  }

  /** Opens the panel for a place, or copies the address where there is none. */
  async function cite(/** @type {HTMLElement} */ opener, /** @type {string} */ anchor, quote = "", policy = policyOf()) {
    const source = await load(policy)
    if (!source) return copyAndSay((pageAddress() || location.href.split("#")[0]) + (anchor && `#${anchor}`))
    close()
    const panel = makePanel(source, anchor, quote)
    const [frame] = document.querySelectorAll(".page-article")
    if (frame) frame.append(panel)
    open = { panel, opener }
    ArchiveBeside.place(opener, panel)
    /** @type {HTMLButtonElement | null} */
    const first = panel.querySelector(".cite-form button")
    if (first) first.focus({ preventScroll: true })
  }

  document.addEventListener("click", (event) => {
    const sign = linkOf(event, "a.policy-address")
    if (sign && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      history.replaceState(history.state, "", sign.hash)
      cite(sign, ArchivePage.idIn(sign.hash))
    } else if (open && event.target instanceof Element && !open.panel.contains(event.target) && event.target !== open.opener) close()
  })
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close()
  })

  /** Puts a button for citing behind the place of every figure; the words that state it stand in the cell before. */
  function offerFigures() {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(FIGURE_LINK))) {
      const stated = /** @type {Element} */ (link.closest("td")).previousElementSibling
      const words = stated ? (stated.textContent || "").trim() : ""
      const anchor = ArchivePage.idIn(link.hash)
      const button = makeButton("", () => cite(button, anchor, words, policyOf(link.pathname)))
      button.className = "cite-figure"
      button.setAttribute("aria-label", WORDS.citeFigure(words))
      link.after(button)
    }
  }

  const opener = /** @type {HTMLButtonElement | null} */ (document.querySelector(".cite-open"))
  const actions = opener ? null : document.querySelector(".policy-parallel")
  if (opener) {
    opener.setAttribute("aria-label", WORDS.citeWhole)
    opener.addEventListener("click", () => cite(opener, ""))
  } else if (policyOf() && actions) {
    const button = makeButton(WORDS.citeWhole, () => cite(button, ""))
    button.className = "cite-open"
    actions.append(button)
  }

  if (!policyOf()) offerFigures()

  return { cite }
})()
