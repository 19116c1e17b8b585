// Citing: the sign behind a heading or paragraph, and a button for the policy as a whole, open a panel with every way to cite
// the place. What a policy's panel says comes with `data/citations/<policy>.js`, a script, for a folder allows nothing else;
// where that cannot be loaded, the sign copies the address of its place.
// @ts-check
"use strict"

const ArchiveCiting = (() => {
  const { LANGUAGE, WORDS, linkOf } = ArchivePage
  const COLUMN = LANGUAGE === "zh" ? 0 : 1

  /** @typedef {[key: string, names: string[], texts: string[], langs: string[]]} Form */
  /** @typedef {{id: string, addresses: string[], forms: Form[], records: string[][], places: Record<string, string[]>}} Source */

  /** @type {Source | null} */
  let source = null
  /** @type {Promise<void> | null} */
  let loading = null
  /** @type {{panel: HTMLElement, opener: HTMLElement} | null} */
  let open = null
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let silence

  /** Takes what can be said of this policy; its script calls this. */
  function put(/** @type {Source} */ value) {
    source = value
  }

  /** The permanent address of this page online, also from an offline copy; nothing where it has none of its own. */
  function pageAddress() {
    return /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="archive-address"]'))?.content ?? ""
  }

  /** Brings what can be said of this policy. */
  function load() {
    const [, policy] = /\/policies\/([^/]+)\//.exec(pageAddress()) ?? []
    const { base } = JSON.parse(document.getElementById("__config")?.textContent ?? "{}")
    return new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
      if (!policy) return reject(new Error("no policy"))
      const script = document.createElement("script")
      script.src = `${base}/data/citations/${policy}.js`
      script.addEventListener("load", () => resolve())
      script.addEventListener("error", reject)
      document.head.append(script)
    })
  }

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
    const toast = document.querySelector(".archive-toast") ?? makeToast()
    toast.textContent = message
    clearTimeout(silence)
    silence = setTimeout(() => (toast.textContent = ""), 4000)
  }

  /** Puts a text on the clipboard; where the browser forbids it (file:), through a selection. */
  async function copy(/** @type {string} */ text) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      const field = document.createElement("textarea")
      field.value = text
      field.style.position = "fixed"
      field.style.opacity = "0"
      ;(open?.panel ?? document.body).append(field)
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

  /** The reader's day, as 2026-11-29. */
  function today() {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
  }

  /** What the holes of a text in a language are filled with, for a place of the policy; "" means the policy as a whole. */
  function valuesFor(/** @type {Source} */ policy, /** @type {string} */ anchor, /** @type {number} */ column, quote = "") {
    const accessed = today()
    const [year, month, day] = accessed.split("-").map(Number)
    const long = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" })
    return /** @type {Record<string, string>} */ ({
      place: anchor ? policy.places[anchor]?.[column] : "",
      address: policy.addresses[quote ? COLUMN : column] + (quote && `?quote=${encodeURIComponent(quote)}`) + (anchor && `#${anchor}`),
      quote,
      accessed,
      day: long.format(new Date(year, month - 1, day)),
      parts: `${year}, ${month}, ${day}`,
    })
  }

  const HOLE = /\{([^\w{}]*)(place|address|accessed|day|parts|quote)([^\w{}]*)\}/g

  /** A text with its holes filled; what is not there takes what joins it along (scripts/write/citing/forms.py). */
  function fill(/** @type {string} */ template, /** @type {Record<string, string>} */ values) {
    return template.replace(HOLE, (_, before, name, after) => (values[name] ? before + values[name] + after : ""))
  }

  /** A record with its holes filled, without the lines for which there is nothing. */
  function fillRecord(/** @type {string} */ template, /** @type {Record<string, string>} */ values) {
    const lines = (template.match(/[^\n]*\n|[^\n]+$/g) ?? []).filter((line) => {
      const holes = [...line.matchAll(HOLE)]
      return !holes.length || holes.some(([, , name]) => values[name])
    })
    return lines.map((line) => fill(line, values)).join("")
  }

  /** A button of the panel. */
  function makeButton(/** @type {string} */ words, /** @type {() => void} */ act) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = words
    button.addEventListener("click", act)
    return button
  }

  /** A form of citing, with the button that copies it. */
  function makeForm(/** @type {Source} */ policy, /** @type {Form} */ form, /** @type {string} */ anchor, /** @type {string} */ quote) {
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
    words.textContent = text
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

  /** The panel for a place of a policy. */
  function makePanel(/** @type {Source} */ policy, /** @type {string} */ anchor, /** @type {string} */ quote) {
    const panel = document.createElement("div")
    panel.className = "archive-popover cite-panel"
    panel.setAttribute("role", "dialog")
    const title = WORDS.cite(anchor ? (policy.places[anchor]?.[COLUMN] ?? anchor) : "")
    panel.setAttribute("aria-label", title)
    const head = document.createElement("p")
    head.className = "cite-title"
    head.append(title, makeButton(WORDS.close, close))
    const forms = LANGUAGE === "zh" ? policy.forms : [...policy.forms].sort((a, b) => Number(b[0] === "english") - Number(a[0] === "english"))
    const records = document.createElement("p")
    records.className = "cite-records"
    records.append(WORDS.records, ...policy.records.map((record) => makeButton(record[0], () => save(policy, record, anchor))))
    const shown = forms.filter(([key]) => key !== "quotation" || quote)
    const report = ArchiveReports.entries({ anchor, place: policy.places[anchor]?.[COLUMN], words: quote })
    panel.append(head, ...shown.map((form) => makeForm(policy, form, anchor, quote)), records, ...report)
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

  /** Puts the panel below what opened it, inside the window's width. */
  function place(/** @type {HTMLElement} */ opener, /** @type {HTMLElement} */ panel) {
    const spot = opener.getBoundingClientRect()
    const frame = panel.offsetParent?.getBoundingClientRect()
    if (!frame) return
    const left = Math.max(8, Math.min(spot.left, document.documentElement.clientWidth - panel.offsetWidth - 8))
    panel.style.left = `${left - frame.left}px`
    panel.style.top = `${spot.bottom + 4 - frame.top}px`
  }

  /** Opens the panel for a place, or copies the address where there is none. */
  async function cite(/** @type {HTMLElement} */ opener, /** @type {string} */ anchor, quote = "") {
    try {
      await (loading ??= load())
    } catch {
      loading = null
    }
    if (!source) return copyAndSay((pageAddress() || location.href.split("#")[0]) + (anchor && `#${anchor}`))
    close()
    const panel = makePanel(source, anchor, quote)
    document.querySelector(".md-content__inner")?.append(panel)
    open = { panel, opener }
    place(opener, panel)
    /** @type {HTMLButtonElement | null} */
    const first = panel.querySelector(".cite-form button")
    first?.focus({ preventScroll: true })
    panel.scrollIntoView({ block: "nearest" })
  }

  document.addEventListener("click", (event) => {
    const sign = linkOf(event, "a.policy-address")
    if (sign && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      history.replaceState(history.state, "", sign.hash)
      cite(sign, decodeURIComponent(sign.hash.slice(1)))
    } else if (open && event.target instanceof Element && !open.panel.contains(event.target) && event.target !== open.opener) close()
  })
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close()
  })

  const actions = document.querySelector(".policy-parallel") ?? document.querySelector(".policy-facts")
  if (/\/policies\/[^/]+\//.test(pageAddress()) && actions) {
    const button = makeButton(WORDS.citeWhole, () => cite(button, ""))
    button.className = "cite-open"
    if (actions.matches("p")) actions.append(button)
    else actions.before(button)
  }

  return { put, cite }
})()
