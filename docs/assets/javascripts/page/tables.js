// Tables: sorted by a column, filtered by words and topic, saved as CSV. How a list is sorted and filtered stands in the
// address, `?topic=agriculture&sort=-2`, so that it can be sent, printed and come back to, also from a folder.
// @ts-check
"use strict"

;(() => {
  const { WORDS } = ArchivePage

  /**
   * The tables of a kind.
   * @param {string} selector
   * @returns {NodeListOf<HTMLTableElement>}
   */
  function tables(selector) {
    return document.querySelectorAll(selector)
  }

  /** A button with what is in it, and what it does. */
  function makeButton(/** @type {(string | Node)[]} */ content, /** @type {() => void} */ act) {
    const button = document.createElement("button")
    button.type = "button"
    button.append(...content)
    button.addEventListener("click", act)
    return button
  }

  /** What a cell sorts by: its `data-value`, else its text. */
  function sortKey(/** @type {HTMLTableRowElement} */ row, /** @type {number} */ column) {
    const cell = row.cells[column]
    return cell.dataset.value ?? cell.textContent.trim()
  }

  /** The cells of a table's head. */
  function headers(/** @type {HTMLTableElement} */ table) {
    return table.tHead ? [...table.tHead.rows[0].cells] : []
  }

  /** Writes into the address how the list is shown; what is empty goes out of it. */
  function note(/** @type {Record<string, string>} */ state) {
    const query = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(state)) {
      if (value) query.set(name, value)
      else query.delete(name)
    }
    const text = query.toString()
    history.replaceState(history.state, "", `${location.pathname}${text && `?${text}`}${location.hash}`)
  }

  /** Sorts by a column that a reader chose: first upwards, then downwards. */
  function choose(/** @type {HTMLTableElement} */ table, /** @type {HTMLTableCellElement} */ header) {
    const direction = header.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending"
    sortBy(table, header, direction)
    const place = `${direction === "descending" ? "-" : ""}${header.cellIndex + 1}`
    const number = [...tables("table.sortable")].indexOf(table)
    note({ sort: number ? `${number + 1}.${place}` : place })
  }

  /** Sorts as the address asks: `3` by the third column, `-3` downwards, `2.3` in the second table. */
  function restoreOrder() {
    const [, number, sign, column] = /^(?:(\d+)\.)?(-?)(\d+)$/.exec(new URLSearchParams(location.search).get("sort") ?? "") ?? []
    const table = column && tables("table.sortable")[Number(number ?? 1) - 1]
    const header = table && headers(table)[Number(column) - 1]
    if (table && header) sortBy(table, header, sign ? "descending" : "ascending")
  }

  /**
   * Sorts a table's rows by a column; equal rows keep their order.
   * @param {HTMLTableElement} table
   * @param {HTMLTableCellElement} header
   * @param {"ascending" | "descending"} direction
   */
  function sortBy(table, header, direction) {
    const sign = direction === "ascending" ? 1 : -1
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare
    const rows = [...table.tBodies[0].rows]
    rows.sort((a, b) => sign * compare(sortKey(a, header.cellIndex), sortKey(b, header.cellIndex)))
    for (const other of headers(table)) other.removeAttribute("aria-sort")
    header.setAttribute("aria-sort", direction)
    table.tBodies[0].append(...rows)
  }

  /** A field of a CSV file (RFC 4180). */
  function csvField(/** @type {string} */ text) {
    const safe = /^(?:=(?!$)|[+-](?![\d.,]*%?$)|[@\t\r])/.test(text) ? `'${text}` : text // no spreadsheet takes it for a formula
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }

  /** Offers the visible rows of a table as a file, with the mark that makes spreadsheets read it as UTF-8. */
  function save(/** @type {HTMLTableElement} */ table) {
    const rows = [...table.rows].filter((row) => !row.hidden)
    const lines = rows.map((row) => [...row.cells].map((cell) => csvField(cell.innerText.trim())).join(","))
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }))
    link.download = `${location.pathname.split("/").filter((part) => part && part !== "index.html").at(-1) || "table"}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  /** Hides the rows of a table that the form does not ask for. */
  function filter(/** @type {HTMLTableElement} */ table, /** @type {HTMLFormElement} */ form) {
    const values = new FormData(form)
    const words = String(values.get("words") ?? "").trim().toLowerCase()
    const topic = values.get("topic")
    for (const row of table.tBodies[0].rows) {
      const isIn =
        row.textContent.toLowerCase().includes(words) &&
        (!topic || row.dataset.topic === topic) &&
        (!values.has("shared") || Number(row.dataset.shared) > 1)
      row.hidden = !isIn
    }
  }

  for (const table of tables("table.sortable"))
    for (const header of headers(table)) header.append(makeButton([...header.childNodes], () => choose(table, header)))
  restoreOrder()

  for (const table of tables("table.saveable")) {
    const button = makeButton([WORDS.save], () => save(table))
    button.className = "table-save"
    table.parentElement?.after(button)
  }

  /** Fills a form in as the address asks. */
  function restoreFilter(/** @type {HTMLFormElement} */ form) {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = true
      else if (field instanceof HTMLInputElement) field.value = value
      else if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value)) field.value = value
    }
  }

  /** Filters as a form asks, and notes it. */
  function apply(/** @type {HTMLTableElement} */ table, /** @type {HTMLFormElement} */ form) {
    filter(table, form)
    const values = new FormData(form)
    note(Object.fromEntries(["words", "topic", "shared"].map((name) => [name, String(values.get(name) ?? "")])))
  }

  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll("form.table-filter")
  const [filtered] = tables("table.filterable")
  for (const form of filtered ? forms : []) {
    form.hidden = false
    restoreFilter(form)
    filter(filtered, form)
    form.addEventListener("input", () => apply(filtered, form))
    form.addEventListener("submit", (event) => event.preventDefault())
  }
})()
