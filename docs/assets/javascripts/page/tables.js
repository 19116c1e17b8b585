// Tables: sorted by a column, saved as CSV. How a table is sorted stands in the address, `?sort=-2`, so that it can be sent,
// printed and come back to, also from a folder.
// @ts-check
"use strict"

;(() => {
  const { WORDS } = ArchivePage
  const NARROW = "screen and (max-width: 44.9375em)"
  const BLANKS = ["", "—", "-"]
  const FEW = 4 // so few rows are seen at once, and need no order
  const ROLES = [
    ["table", "table"],
    ["thead, tbody", "rowgroup"],
    ["tr", "row"],
    ["thead th", "columnheader"],
    ["tbody th", "rowheader"],
    ["td", "cell"],
  ]

  /**
   * The tables of a kind.
   * @param {string} selector
   * @returns {HTMLTableElement[]}
   */
  function tables(selector) {
    return Array.from(document.querySelectorAll(selector))
  }

  /** A button with what is in it, and what it does. */
  function makeButton(/** @type {(string | Node)[]} */ content, /** @type {() => void} */ act) {
    const button = document.createElement("button")
    button.type = "button"
    button.append(...content)
    button.addEventListener("click", act)
    return button
  }

  /** What a cell sorts by: its `data-value`, else its text; nothing where it is blank. */
  function sortKey(/** @type {HTMLTableRowElement} */ row, /** @type {number} */ column) {
    const cell = row.cells[column]
    const text = (cell.textContent || "").trim()
    const value = cell.dataset.value || text
    return BLANKS.includes(text) || BLANKS.includes(value) ? "" : value
  }

  /** The cells of a table's head. */
  function headers(/** @type {HTMLTableElement} */ table) {
    return table.tHead ? Array.from(table.tHead.rows[0].cells) : []
  }

  /** Writes into the address how the list is shown; what is empty goes out of it. */
  function note(/** @type {Record<string, string>} */ state) {
    const query = new URLSearchParams(location.search)
    for (const name of Object.keys(state)) {
      if (state[name]) query.set(name, state[name])
      else query.delete(name)
    }
    const text = query.toString()
    history.replaceState(history.state, "", `${location.pathname}${text && `?${text}`}${location.hash}`)
  }

  /** Sorts by a column that a reader chose: first upwards, then downwards; numbers first downwards. */
  function choose(/** @type {HTMLTableElement} */ table, /** @type {HTMLTableCellElement} */ header) {
    const cell = table.tBodies[0].rows.length ? table.tBodies[0].rows[0].cells[header.cellIndex] : header
    const first = cell.classList.contains("number") ? "descending" : "ascending"
    const second = first === "ascending" ? "descending" : "ascending"
    const direction = header.getAttribute("aria-sort") === first ? second : first
    sortBy(table, header, direction)
    const place = `${direction === "descending" ? "-" : ""}${header.cellIndex + 1}`
    const number = tables("table.sortable").indexOf(table)
    note({ sort: number ? `${number + 1}.${place}` : place })
  }

  /** Sorts as the address asks: `3` by the third column, `-3` downwards, `2.3` in the second table. */
  function restoreOrder() {
    const asked = /^(?:(\d+)\.)?(-?)(\d+)$/.exec(new URLSearchParams(location.search).get("sort") || "")
    const table = asked && tables("table.sortable")[Number(asked[1] || 1) - 1]
    const header = asked && table && headers(table)[Number(asked[3]) - 1]
    if (asked && table && header) sortBy(table, header, asked[2] ? "descending" : "ascending")
  }

  /**
   * Sorts a table's rows by a column; equal rows keep their order, and those that say nothing stand last, either way.
   * @param {HTMLTableElement} table
   * @param {HTMLTableCellElement} header
   * @param {"ascending" | "descending"} direction
   */
  function sortBy(table, header, direction) {
    const sign = direction === "ascending" ? 1 : -1
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare
    const rows = Array.from(table.tBodies[0].rows).map((row, index) => ({ row, index, key: sortKey(row, header.cellIndex) }))
    rows.sort((a, b) => Number(!a.key) - Number(!b.key) || sign * compare(a.key, b.key) || a.index - b.index)
    for (const other of headers(table)) other.removeAttribute("aria-sort")
    header.setAttribute("aria-sort", direction)
    table.tBodies[0].append(...rows.map(({ row }) => row))
  }

  /** A field of a CSV file (RFC 4180). */
  function csvField(/** @type {string} */ text) {
    const safe = /^(?:=(?!$)|[+-](?![\d.,]*%?$)|[@\t\r])/.test(text) ? `'${text}` : text // no spreadsheet takes it for a formula
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
  }

  /** Offers the visible rows of a table as a file, with the mark that makes spreadsheets read it as UTF-8. */
  function save(/** @type {HTMLTableElement} */ table) {
    const rows = Array.from(table.rows).filter((row) => !row.hidden)
    const lines = rows.map((row) => Array.from(row.cells, (cell) => csvField(cell.innerText.trim())).join(","))
    const folders = location.pathname.split("/").filter((part) => part && part !== "index.html")
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }))
    link.download = `${folders.pop() || "table"}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  /** Says of each part of a table what it is, once it is shown as cards, by which some browsers forget it. */
  function giveRoles() {
    for (const table of tables(".table-scroll > table"))
      for (const [selector, role] of ROLES)
        for (const part of [table, ...Array.from(table.querySelectorAll(selector))]) if (part.matches(selector)) part.setAttribute("role", role)
  }

  for (const table of tables("table.sortable")) {
    if (table.tBodies[0].rows.length <= FEW) continue
    for (const header of headers(table)) header.append(makeButton(Array.from(header.childNodes), () => choose(table, header)))
  }
  restoreOrder()

  for (const table of tables("table.saveable")) {
    const button = makeButton([WORDS.save], () => save(table))
    button.className = "table-save"
    if (table.parentElement) table.parentElement.after(button)
  }

  const narrow = matchMedia(NARROW)
  if (narrow.matches) giveRoles()
  narrow.addListener((event) => event.matches && giveRoles()) // older browsers know this name alone
})()
