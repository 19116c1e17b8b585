// The matrix of indicators: both its tables filtered by words and topic, those of one place unfolded, and what is shown
// saved as one CSV file. The choice stands in the address, `?words=…&topic=…&all=1`. Columns are sorted by tables.js.
// @ts-check
"use strict"

;(() => {
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form.matrix-tools"))
  if (!form) return
  const shared = /** @type {HTMLTableElement} */ (document.querySelector("table.matrix"))
  const single = /** @type {HTMLTableElement} */ (document.querySelector("table.matrix-list"))
  const fold = /** @type {HTMLDetailsElement} */ (document.querySelector("details.matrix-single"))
  const words = /** @type {HTMLInputElement} */ (form.querySelector("input"))
  const topic = /** @type {HTMLSelectElement} */ (form.querySelector("select"))
  const clear = /** @type {HTMLButtonElement} */ (form.querySelector(".filter-clear"))
  const save = /** @type {HTMLButtonElement} */ (form.querySelector(".matrix-save"))
  const count = /** @type {HTMLOutputElement} */ (form.querySelector("output"))

  /** Of each table what stands and falls with it: its heading, what says how many rows it has, and its frame. */
  const parts = [
    { heading: document.getElementById("shared"), said: document.getElementById("shared"), frame: shared.closest(".matrix-frame, .table-scroll") },
    { heading: document.getElementById("single"), said: fold.querySelector("summary"), frame: fold },
  ]

  /** The rows of a table's body. */
  function rowsOf(/** @type {HTMLTableElement} */ table) {
    return Array.from(table.tBodies[0].rows)
  }

  /** The words of an element, white space evened. */
  function wordsOf(/** @type {Element} */ element) {
    return (element.textContent || "").replace(/\s+/g, " ").trim()
  }

  /** Whether a row has every word that is asked for, in sight or among what else it is found by; pinyin with or without blanks. */
  function fits(/** @type {HTMLTableRowElement} */ row, /** @type {string[]} */ asked, /** @type {string} */ chosen) {
    if (chosen && row.dataset.topic !== chosen) return false
    const key = row.dataset.key || ""
    const text = `${wordsOf(row)} ${key} ${key.replace(/ /g, "")}`.toLowerCase()
    return asked.every((word) => text.indexOf(word) >= 0)
  }

  /** Shows the rows that fit, and how many they are. */
  function filter() {
    const asked = ArchivePage.clip(words.value).trim().toLowerCase().split(/\s+/).filter((word) => word)
    const found = [shared, single].map((table) => {
      for (const row of rowsOf(table)) row.hidden = !fits(row, asked, topic.value)
      return rowsOf(table).filter((row) => !row.hidden).length
    })
    parts.forEach(({ heading, said, frame }, index) => {
      for (const part of [heading, frame]) if (part) part.classList.toggle("matrix-empty", found[index] === 0)
      renumber(said, found[index])
    })
    const template = found[0] + found[1] ? count.dataset.found : count.dataset.nothing
    count.textContent = (template || "").replace("{shared}", String(found[0])).replace("{single}", String(found[1])) + ArchivePage.saidOfClipped(words.value)
    const isFiltered = asked.length > 0 || topic.value !== ""
    form.classList.toggle("is-filtered", isFiltered)
    return isFiltered
  }

  /** Says in a heading how many rows are shown. */
  function renumber(/** @type {Element | null} */ heading, /** @type {number} */ number) {
    const texts = heading ? Array.from(heading.childNodes).filter((node) => node.nodeType === Node.TEXT_NODE) : []
    for (const text of texts) text.nodeValue = (text.nodeValue || "").replace(/\d+/, String(number))
  }

  let isAll = false // whether the reader unfolded those of one place
  let isOpening = false // whether a filter does

  /** Unfolds the indicators of one place while a filter is set, for what it finds may be there; else as the reader chose. */
  function apply() {
    const isOpen = filter() || isAll
    isOpening = fold.open !== isOpen
    fold.open = isOpen
    const query = new URLSearchParams(location.search)
    const state = [["words", ArchivePage.clip(words.value).trim()], ["topic", topic.value], ["all", isAll ? "1" : ""]]
    for (const [name, value] of state) {
      if (value) query.set(name, value)
      else query.delete(name)
    }
    const text = query.toString()
    history.replaceState(history.state, "", location.pathname + (text ? `?${text}` : "") + location.hash)
  }

  /** A field of a CSV file (RFC 4180); no spreadsheet takes it for a formula. */
  function field(/** @type {string} */ text) {
    const safe = /^[=+@-](?![\d.,]*%?$)/.test(text) ? `'${text}` : text
    return /[",]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
  }

  /** The table that is shown, as lines of fields: indicator, topic, then each place. */
  function lines() {
    const head = Array.from(shared.tHead ? shared.tHead.rows[0].cells : [], wordsOf)
    const names = Array.from(topic.options).reduce((map, option) => map.set(option.value, wordsOf(option)), new Map())
    const rows = [[head[0], topic.title, ...head.slice(1)]]
    for (const row of rowsOf(shared).filter((row) => !row.hidden)) {
      const name = row.cells[0].querySelector("a") || row.cells[0]
      const cells = Array.from(row.cells).slice(1)
      rows.push([wordsOf(name), names.get(row.dataset.topic), ...cells.map((cell) => figures(cell))])
    }
    for (const row of fold.open ? rowsOf(single).filter((row) => !row.hidden) : []) {
      const place = wordsOf(row.cells[1])
      rows.push([wordsOf(row.cells[0]), names.get(row.dataset.topic), ...head.slice(1).map((name) => (name === place ? figures(row.cells[2]) : ""))])
    }
    return rows
  }

  /** The figures of a cell, one behind the other; nothing where it has none. */
  function figures(/** @type {HTMLElement} */ cell) {
    return cell.querySelector("a") ? cell.innerText.trim().replace(/\s*\n\s*/g, "; ") : ""
  }

  /** Offers what is shown as a file, with the mark that makes spreadsheets read it as UTF-8. */
  function offer() {
    const text = lines().map((row) => row.map((value) => field(value || "")).join(",")).join("\r\n")
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv" }))
    link.download = "matrix.csv"
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10000)
  }

  /** Keeps the heads of columns below that of the site, which has one line or two. */
  function measure() {
    const head = document.querySelector(".site-head")
    if (head) shared.style.setProperty("--matrix-top", `${Math.floor(head.getBoundingClientRect().height)}px`)
    single.style.cssText = shared.style.cssText
  }

  const query = new URLSearchParams(location.search)
  words.value = ArchivePage.clip(query.get("words") || "")
  topic.value = query.get("topic") || ""
  if (topic.selectedIndex < 0) topic.value = ""
  isAll = query.has("all") || location.hash === "#single"
  apply()
  form.addEventListener("input", apply)
  form.addEventListener("submit", (event) => event.preventDefault())
  fold.addEventListener("toggle", () => {
    if (!isOpening) {
      isAll = fold.open
      apply()
    }
    isOpening = false
  })
  save.addEventListener("click", offer)
  clear.addEventListener("click", () => {
    words.value = ""
    topic.value = ""
    apply()
    words.focus()
  })
  measure()
  addEventListener("resize", measure)
})()
