// What the pages do beyond reading: copy an address, open a note where it stands, sort a table, keep one's place.
// Every page reads without it. No request is made, to any host.
"use strict"

const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh" : "en"
const WORDS = {
  zh: { copied: "已复制：", failed: "未能复制，请从这里抄录：", close: "关闭" },
  en: { copied: "Copied: ", failed: "Could not copy; take it from here: ", close: "Close" },
}[LANGUAGE]

// ---- Language switch: same page, same place ----

document.addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element && event.target.closest("a.md-select__link[hreflang]")
    if (link && location.hash && !link.hash) link.hash = location.hash
  },
  true,
)

// ---- Addresses ----

/** The permanent online address of a place on this page, also from an offline copy. */
function addressOf(hash) {
  const root = document.querySelector('meta[name="archive-address"]')?.content
  return (root || location.href.split("#")[0]) + hash
}

/** Shows a message for a while, and to screen readers. */
function say(message) {
  let toast = document.querySelector(".archive-toast")
  if (!toast) {
    toast = document.createElement("p")
    toast.className = "archive-toast"
    toast.setAttribute("role", "status")
    document.body.append(toast)
  }
  toast.textContent = message
  clearTimeout(say.timer)
  say.timer = setTimeout(() => (toast.textContent = ""), 4000)
}

/** Puts a text on the clipboard; where the browser forbids it (file:), through a selection. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement("textarea")
    field.value = text
    field.style.position = "fixed"
    field.style.opacity = "0"
    document.body.append(field)
    field.select()
    const done = document.execCommand("copy")
    field.remove()
    return done
  }
}

document.addEventListener("click", async (event) => {
  const link = event.target instanceof Element && event.target.closest("a.policy-address")
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  history.replaceState(null, "", link.hash)
  const address = addressOf(link.hash)
  say(((await copy(address)) ? WORDS.copied : WORDS.failed) + address)
})

// ---- Notes: opened where their mark stands ----

let popover

/** Opens a copy of the note below its mark; it closes by Escape, a click elsewhere, or its button. */
function openNote(mark, note) {
  popover?.remove()
  popover = document.createElement("div")
  popover.className = "archive-popover"
  popover.popover = "auto"
  popover.lang = document.documentElement.lang
  const copied = note.cloneNode(true)
  copied.removeAttribute("id")
  const close = document.createElement("button")
  close.type = "button"
  close.textContent = WORDS.close
  close.addEventListener("click", () => popover.hidePopover())
  popover.append(copied, close)
  document.querySelector(".md-content__inner").append(popover)
  popover.showPopover()
  const spot = mark.getClientRects()[0]
  const box = popover.getBoundingClientRect()
  const left = Math.max(8, Math.min(spot.left, document.documentElement.clientWidth - box.width - 8))
  popover.style.left = `${left + scrollX}px`
  popover.style.top = `${spot.bottom + 6 + scrollY}px`
  popover.addEventListener("toggle", (event) => {
    if (event.newState === "closed") mark.focus({ preventScroll: true })
  })
  close.focus({ preventScroll: true })
}

document.addEventListener("click", (event) => {
  const mark = event.target instanceof Element && event.target.closest('a[role="doc-noteref"]')
  const note = mark && document.getElementById(decodeURIComponent(mark.hash.slice(1)))
  if (!note || !("popover" in HTMLElement.prototype)) return
  event.preventDefault()
  openNote(mark, note)
})

// ---- Sortable tables ----

/** What a cell sorts by: its `data-value`, else its text. */
function sortKey(row, column) {
  const cell = row.cells[column]
  return cell.dataset.value ?? cell.textContent.trim()
}

/** Sorts a table's rows by a column, first upwards, then downwards; equal rows keep their order. */
function sortBy(table, header) {
  const direction = header.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending"
  const sign = direction === "ascending" ? 1 : -1
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare
  const rows = [...table.tBodies[0].rows]
  rows.sort((a, b) => sign * compare(sortKey(a, header.cellIndex), sortKey(b, header.cellIndex)))
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort")
  header.setAttribute("aria-sort", direction)
  table.tBodies[0].append(...rows)
}

for (const table of document.querySelectorAll("table.sortable")) {
  for (const header of table.tHead.rows[0].cells) {
    const button = document.createElement("button")
    button.type = "button"
    button.append(...header.childNodes)
    button.addEventListener("click", () => sortBy(table, header))
    header.append(button)
  }
}

// ---- Search box: paste and dictation give no key, on which alone the theme searches ----

const query = document.querySelector(".md-search__input")
for (const kind of ["input", "compositionend"]) {
  query?.addEventListener(kind, (event) => {
    if (!event.isComposing) query.dispatchEvent(new Event("keyup"))
  })
}
