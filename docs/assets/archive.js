// What the pages do beyond reading: copy an address, open a note where it stands, sort a table, keep one's place.
// Every page reads without it. It asks no other host for anything; of this one, the search's program when the box gets focus.
"use strict"

const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh" : "en"
const WORDS = {
  zh: {
    copied: "已复制：",
    failed: "复制未成，请手动复制：",
    close: "关闭",
    save: "保存此表（CSV）",
    noPlace: (place) => `本页没有“${place}”这个位置。`,
    nearest: "最近的位置是：",
    top: "请从页首找起。",
  },
  en: {
    copied: "Copied: ",
    failed: "Could not copy; please copy it by hand: ",
    close: "Close",
    save: "Save this table (CSV)",
    noPlace: (place) => `There is no place “${place}” on this page.`,
    nearest: "The nearest is: ",
    top: "Please look for it from the top of the page.",
  },
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

// An address pasted with punctuation or in capitals finds its place; one that leads nowhere says so and offers the nearest.

/** The id that a hash means; "" where it means none, as the theme's own (`__toc`) do. */
function idOf(hash) {
  let text = hash.slice(1).split(":~:")[0]
  try {
    text = decodeURIComponent(text)
  } catch {
    // a lone % stays as it is
  }
  return text.startsWith("__") ? "" : text
}

/** The id without what sentences put around it, in small letters: `S2-3。` is s2-3. */
function plainId(id) {
  return id.normalize("NFKC").toLowerCase().replaceAll(/[–—‐‑]/g, "-").replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, "")
}

/** The place that is nearest to an id which is not there: what would hold it, else the part, box or table with the nearest number. */
function nearestPlace(id) {
  const steps = id.split("-")
  for (let length = steps.length - 1; length > 0; length--) {
    const around = document.getElementById(steps.slice(0, length).join("-"))
    if (around) return around
  }
  const [, sign, number] = /^([a-z]+)(\d+)/.exec(id) ?? []
  if (!sign) return null
  const distance = (place) => Math.abs(Number(place.id.slice(sign.length)) - Number(number))
  const alike = [...document.querySelectorAll(`.md-content [id^="${sign}"]`)].filter((place) => /^\d+$/.test(place.id.slice(sign.length)))
  return alike.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

/** What a place is called in the message: the words of its heading, else the beginning of its text. */
function nameOf(place) {
  const text = place.textContent.trim().replaceAll(/\s+/g, " ")
  return text.length > 60 ? `${text.slice(0, 60)}…` : text || place.id
}

/** Says that an id is not on this page, and leads to the nearest place. */
function sayNoPlace(id) {
  const notice = document.createElement("div")
  notice.className = "archive-no-place policy-notice"
  notice.setAttribute("role", "alert")
  const line = document.createElement("p")
  line.append(WORDS.noPlace(id))
  const near = nearestPlace(plainId(id))
  if (near) {
    const link = document.createElement("a")
    link.href = `#${near.id}`
    link.textContent = nameOf(near)
    if (near.closest("[lang]")) link.lang = near.closest("[lang]").lang
    link.addEventListener("click", () => notice.remove())
    line.append(LANGUAGE === "en" ? " " : "", WORDS.nearest, link)
  } else line.append(LANGUAGE === "en" ? " " : "", WORDS.top)
  notice.append(line)
  document.querySelector(".md-content__inner")?.prepend(notice)
  scrollTo(0, 0)
}

/** Goes where the address of this page leads, if the browser has not. */
function findPlace() {
  document.querySelector(".archive-no-place")?.remove()
  const id = idOf(location.hash)
  if (!id || document.getElementById(id) || document.getElementsByName(id).length) return
  const plain = plainId(id)
  if (plain && document.getElementById(plain)) location.replace(`#${plain}`)
  else sayNoPlace(id)
}

addEventListener("hashchange", findPlace)
findPlace()

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

// ---- Notes and terms: opened where their mark stands ----
// A note opens by a click; a term also by pointer and focus. What is open closes by Escape, by a click elsewhere, and, if
// pointer or focus opened it, when they leave both the mark and it (WCAG 1.4.13).

let popover = null
let opener = null
let leaving = 0
let isMuted = false // after Escape, until the pointer moves: what comes to lie under it opens nothing

/** The entry at the page's end to which a mark leads. */
function entryOf(mark) {
  return document.getElementById(decodeURIComponent(mark.hash.slice(1)))
}

/** Closes what is open; the focus goes back to the mark if it was inside. */
function closePopover() {
  if (!popover) return
  const hadFocus = popover.contains(document.activeElement)
  const mark = opener
  popover.remove()
  popover = opener = null
  mark.removeAttribute("aria-describedby")
  if (hadFocus) mark.focus({ preventScroll: true })
}

/** Opens a copy of an entry below its mark. */
function openPopover(mark, { withButton }) {
  if (opener === mark && (!withButton || popover.dataset.pinned)) return
  closePopover()
  popover = document.createElement("div")
  popover.className = "archive-popover"
  popover.id = "archive-popover"
  popover.lang = document.documentElement.lang
  popover.setAttribute("role", withButton ? "dialog" : "tooltip")
  if (withButton) popover.setAttribute("aria-label", mark.textContent)
  const copied = entryOf(mark).cloneNode(true)
  copied.removeAttribute("id")
  popover.append(copied)
  document.querySelector(".md-content__inner").append(popover)
  opener = mark
  place(mark)
  if (!withButton) {
    mark.setAttribute("aria-describedby", popover.id)
    return
  }
  popover.dataset.pinned = "yes"
  const close = document.createElement("button")
  close.type = "button"
  close.textContent = WORDS.close
  close.addEventListener("click", closePopover)
  popover.append(close)
  close.focus({ preventScroll: true })
}

/** Puts the popover below its mark, inside the window's width. */
function place(mark) {
  const spot = mark.getClientRects()[0]
  const frame = popover.offsetParent.getBoundingClientRect()
  const width = popover.offsetWidth
  const left = Math.max(8, Math.min(spot.left, document.documentElement.clientWidth - width - 8))
  popover.style.left = `${left - frame.left}px`
  popover.style.top = `${spot.bottom + 4 - frame.top}px`
}

/** The mark that an event is about, or null. */
function markOf(event, selector) {
  const mark = event.target instanceof Element && event.target.closest(selector)
  return mark && entryOf(mark) ? mark : null
}

document.addEventListener("click", (event) => {
  const mark = markOf(event, 'a[role="doc-noteref"], a[role="doc-glossref"]')
  if (mark && !event.ctrlKey && !event.metaKey) {
    event.preventDefault()
    openPopover(mark, { withButton: true })
  } else if (popover && event.target instanceof Element && !popover.contains(event.target)) {
    closePopover()
  }
})
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && popover) {
    const mark = opener
    closePopover()
    mark.focus({ preventScroll: true })
    closePopover() // the focus that came back opens nothing
    isMuted = true
  }
})
document.addEventListener("pointermove", () => (isMuted = false))
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    if (kind === "pointerover" && (event.pointerType === "touch" || isMuted)) return
    const mark = markOf(event, 'a[role="doc-glossref"]')
    if (mark) openPopover(mark, { withButton: false })
    if (mark || (popover && popover.contains(event.target))) clearTimeout(leaving)
  })
}
for (const kind of ["pointerout", "focusout"]) {
  document.addEventListener(kind, () => {
    if (!popover || popover.dataset.pinned) return
    clearTimeout(leaving)
    leaving = setTimeout(() => {
      const isHeld = popover && (popover.matches(":hover") || opener.matches(":hover") || opener === document.activeElement)
      if (popover && !popover.dataset.pinned && !isHeld) closePopover()
    }, 250)
  })
}

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

// ---- Tables that are saved as CSV or filtered ----

/** A field of a CSV file (RFC 4180). */
function csvField(text) {
  const safe = /^(?:=(?!$)|[+-](?![\d.,]*%?$)|[@\t\r])/.test(text) ? `'${text}` : text // no spreadsheet takes it for a formula
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Offers the visible rows of a table as a file, with the mark that makes spreadsheets read it as UTF-8. */
function saveTable(table) {
  const rows = [...table.rows].filter((row) => !row.hidden)
  const lines = rows.map((row) => [...row.cells].map((cell) => csvField(cell.innerText.trim())).join(","))
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }))
  link.download = `${location.pathname.split("/").filter((part) => part && part !== "index.html").at(-1) || "table"}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}

for (const table of document.querySelectorAll("table.saveable")) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "table-save"
  button.textContent = WORDS.save
  button.addEventListener("click", () => saveTable(table))
  table.parentElement.after(button)
}

for (const form of document.querySelectorAll("form.table-filter")) {
  const table = document.querySelector("table.filterable")
  form.hidden = false
  const filter = () => {
    const words = form.elements.words.value.trim().toLowerCase()
    const topic = form.elements.topic.value
    for (const row of table.tBodies[0].rows) {
      const isIn =
        row.textContent.toLowerCase().includes(words) &&
        (!topic || row.dataset.topic === topic) &&
        (!form.elements.shared.checked || Number(row.dataset.shared) > 1)
      row.hidden = !isIn
    }
  }
  form.addEventListener("input", filter)
  form.addEventListener("submit", (event) => event.preventDefault())
}

// ---- Search box ----
// Paste and dictation give no key, on which alone the theme searches; and the theme counts groups, we count what was found.

const query = document.querySelector(".md-search__input")
for (const kind of ["input", "compositionend"]) {
  query?.addEventListener(kind, (event) => {
    if (!event.isComposing) query.dispatchEvent(new Event("keyup"))
  })
}
query?.addEventListener(
  "focus",
  () => {
    if (location.protocol === "file:") return
    const engine = document.createElement("link") // the first query will need it
    engine.rel = "prefetch"
    engine.href = new URL("data/search/search.js", new URL(JSON.parse(document.querySelector("#__config").textContent).base + "/", location.href))
    document.head.append(engine)
  },
  { once: true },
)
const found = document.querySelector(".md-search-result__list")
if (found) {
  new MutationObserver(() => {
    const total = found.querySelector(".archive-search-total")
    if (total) document.querySelector(".md-search-result__meta").textContent = total.textContent
  }).observe(found, { childList: true })
}
