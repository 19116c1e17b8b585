// The ways of reading a policy, and the other language of any page: the block at the top of the window stays where it is when
// one goes from one to another, whether or not its address was asked for; and the way that was chosen goes with the reader.
// The block goes along in the address, `?at=s3-4-2.-35#s3-4-2`, for from a folder a browser stores nothing from page to page.
// @ts-check
"use strict"

const ArchiveModes = (() => {
  const { linkOf } = ArchivePage
  const SWITCH = ".modes a, a.language-link[hreflang]"
  const SKIPPED = "a, sup, span:not(.policy-label), h1, svg *, form *, .modes *, .parallel-row *, .received-row *, [role=dialog] *"
  const KEY = "archive.view"
  const MOST = 4 // places that are named to the next page, which may lack the first
  const LEAST = 24 // pixels of a place that stay in sight where its other form is shorter
  const ALMOST = 120 // pixels of a place that is read to its end
  const LINES = "lines"
  const WAYS = ["sides", LINES]
  const SHOWN = "reads-lines" // the class of the page where both languages are line by line; script.js sets it first

  /** The places with which the reader came, and how far down that was. @type {{marks: string, y: number} | null} */
  let came = null

  /** What is stored under a key; from a folder a browser may forbid to store, or forget. */
  function stored(/** @type {string} */ key) {
    try {
      return localStorage.getItem(key)
    } catch (error) {
      return null
    }
  }

  /** Stores a choice where the browser lets us. */
  function store(/** @type {string} */ key, /** @type {string} */ value) {
    try {
      localStorage.setItem(key, value)
    } catch (error) {
      // then it goes in the address alone
    }
  }

  /** The query of an address, without what is empty. */
  function write(/** @type {URLSearchParams} */ query, /** @type {string} */ hash) {
    const text = query.toString().replace(/=(?=&|$)/g, "") // `?list` stays as it is
    try {
      history.replaceState(history.state, "", `${location.pathname}${text && `?${text}`}${hash}`)
    } catch (error) {
      // a browser that allows no page from a folder to change its address
    }
  }

  /** Where the window's free part begins: below all that stays at its top. */
  function headBottom() {
    let bottom = 0
    for (const element of document.querySelectorAll(".site-head, .modes")) {
      const { position } = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      if ((position === "sticky" || position === "fixed") && box.top <= bottom + 1 && box.bottom > bottom) bottom = box.bottom
    }
    return bottom
  }

  /** The box of a place: that of the line which its number opens, else its own. */
  function boxOf(/** @type {Element} */ element) {
    const line = element.matches("span") ? element.parentElement : element
    return (line || element).getBoundingClientRect()
  }

  /** The places at the top of the window, the nearest first; none where the page is at its top. */
  function here() {
    if (window.scrollY < 1) return []
    const line = headBottom() + 1
    const shown = [...document.querySelectorAll("article [id]")].filter((element) => !element.matches(SKIPPED) && element.getClientRects().length)
    const boxes = shown.map((element) => ({ element, box: boxOf(element) }))
    const before = boxes.filter(({ box }) => box.top <= line).reverse()
    if (!before.length) return []
    const crossing = before.filter(({ box }) => box.bottom > line)
    const next = boxes.filter(({ box }) => box.top > line).slice(0, 1)
    const asked = boxes.filter(({ element, box }) => `#${element.id}` === location.hash && box.bottom > line && box.top < line + 1.5 * ALMOST)
    const isOver = crossing.every(({ box }) => box.bottom < line + ALMOST) && next.some(({ box }) => box.top < line + 1.5 * ALMOST)
    const order = isOver ? [...asked, ...next, ...crossing, ...before] : [...asked, ...crossing, ...next, ...before]
    return order.filter((own, index) => order.indexOf(own) === index).slice(0, MOST)
  }

  /** The places that an address or a link names, each with its height in the window. */
  function read(/** @type {string} */ text) {
    return text.split(",").map((part) => ({ id: part.slice(0, part.lastIndexOf(".")), top: Number(part.slice(part.lastIndexOf(".") + 1)) }))
  }

  /** The places where the reader is, as an address has them: those with which one came, while one has not moved on. */
  function marks() {
    if (came && Math.abs(window.scrollY - came.y) < 2) return came.marks
    return here().map(({ element, box }) => `${element.id}.${Math.round(box.top)}`).join(",")
  }

  /** Puts the first of some places that this page has where it was, and returns its id; "" where it has none. */
  function restore(/** @type {string} */ text) {
    const found = read(text).find(({ id }) => document.getElementById(id))
    if (!found) return ""
    put(/** @type {Element} */ (document.getElementById(found.id)), found.top)
    came = { marks: text, y: window.scrollY }
    return found.id
  }

  /** Puts a place at a height of the window. */
  function put(/** @type {Element} */ element, /** @type {number} */ top) {
    const box = boxOf(element)
    const least = headBottom() + LEAST - box.height // what is shorter here than where one comes from stays in sight
    scrollBy(0, Math.round(box.top - Math.max(top, least)))
  }

  /** Does what changes the page's heights, and keeps the place. */
  function hold(/** @type {() => void} */ change) {
    const text = marks()
    change()
    if (text) restore(text)
  }

  /** Goes to the place that the address brings from another page, and takes it out of the address. */
  function arrive() {
    const query = new URLSearchParams(location.search)
    const text = query.get("at")
    if (!text) return
    query.delete("at")
    const id = restore(text)
    write(query, id && `#${id}`)
    if (!id) return
    let isLeft = false
    const again = () => {
      if (!isLeft) restore(text)
    }
    for (const type of ["wheel", "touchstart", "keydown", "pointerdown"]) addEventListener(type, () => (isLeft = true), { once: true, passive: true })
    addEventListener("load", () => {
      again()
      requestAnimationFrame(again)
      setTimeout(() => (isLeft = true), 400)
    })
  }

  /** What of a query holds in the other language too: all but the words by which a list is filtered. */
  function queryFor(/** @type {string} */ query) {
    const kept = new URLSearchParams(query)
    kept.delete("words")
    return kept
  }

  /** Gives a link to another form of this page the place that is being read. */
  function prepare(/** @type {HTMLAnchorElement} */ link) {
    const url = new URL(link.href)
    if (!link.closest(".modes")) url.search = queryFor(location.search).toString()
    const text = marks()
    const target = location.hash.length > 1 && document.getElementById(ArchivePage.idIn(location.hash))
    url.searchParams.delete("at")
    if (text) {
      url.searchParams.set("at", text)
      url.hash = read(text)[0].id
    } else url.hash = target && target.getBoundingClientRect().top < innerHeight ? location.hash : ""
    link.href = url.href
  }

  const bar = /** @type {HTMLElement | null} */ (document.querySelector(".modes"))
  const parallel = document.querySelector(".parallel")

  /** How this page shows a policy: its text alone "", "sides" or "lines"; on other pages, how the last policy was read. */
  function view() {
    if (parallel && bar) return document.documentElement.classList.contains(SHOWN) ? LINES : "sides"
    const found = bar ? "" : new URLSearchParams(location.search).get("view") || stored(KEY) || ""
    return WAYS.includes(found) ? found : "" // a store may hold anything
  }

  /** Shows both languages line by line or side by side. */
  function show(/** @type {string} */ way) {
    if (!parallel || !bar) return
    document.documentElement.classList.toggle(SHOWN, way === LINES)
    const shown = way === LINES || matchMedia("(max-width: 44.9375em)").matches ? LINES : "sides"
    for (const link of bar.querySelectorAll(".mode-sides a, .mode-lines a")) {
      if (link.closest(`.mode-${shown}`)) link.setAttribute("aria-current", "page")
      else link.removeAttribute("aria-current")
    }
  }

  /** Shows both languages as a link asks that leads to this very page. */
  function choose(/** @type {string} */ way) {
    hold(() => show(way))
    const query = new URLSearchParams(location.search)
    if (way === LINES) query.set("view", LINES)
    else query.delete("view")
    write(query, location.hash)
    store(KEY, view())
  }

  /** Whether a link leads to the text of a policy, but not by the bar. */
  function isToPolicy(/** @type {HTMLAnchorElement} */ link) {
    return /\/policies\/[a-z0-9-]+-\d{4}\/(?:index\.html)?$/.test(link.pathname) && link.origin === location.origin
  }

  /** Leads on to the page that shows a policy in the way in which the reader came. */
  function follow() {
    const query = new URLSearchParams(location.search)
    const way = query.get("view")
    if (!bar || parallel || !way) return
    const link = /** @type {HTMLAnchorElement | null} */ (bar.querySelector(`.mode-${way === LINES ? LINES : "sides"} a`))
    query.delete("view")
    if (!link || /^#term-/.test(location.hash)) return write(query, location.hash)
    const url = new URL(link.href)
    for (const [name, value] of query) url.searchParams.set(name, value)
    url.hash = location.hash
    location.replace(url.href)
  }

  /** Prepares the links that carry the place or the way of reading, at the moment at which they are used. */
  function use(/** @type {Event} */ event) {
    const link = linkOf(event, "a[href]")
    if (!link) return
    if (link.matches(SWITCH)) {
      const way = link.closest(".mode-lines") ? LINES : "sides"
      const isHere = parallel && link.closest(".mode-lines, .mode-sides")
      const isPlain = event instanceof MouseEvent && event.type === "click" && !event.ctrlKey && !event.metaKey && !event.shiftKey
      if (isHere && isPlain) {
        event.preventDefault()
        choose(way)
      } else prepare(link)
    } else if (isToPolicy(link) && view()) {
      const url = new URL(link.href)
      url.searchParams.set("view", view())
      link.href = url.href
    }
  }

  /** Keeps the bar below the head of the page, where that stays at the window's top. */
  function settle() {
    const head = document.querySelector(".site-head")
    const isSticky = head && getComputedStyle(head).position === "sticky"
    if (bar) bar.style.top = isSticky ? `${head.getBoundingClientRect().height}px` : "0px"
  }

  settle()
  addEventListener("resize", settle)
  follow()
  if (parallel && bar) {
    const isLines = location.hash === "#lines" || new URLSearchParams(location.search).get("view") === LINES
    show(isLines ? LINES : "sides")
    if (location.hash === "#lines") write(new URLSearchParams(location.search), "")
  }
  if (bar && !document.querySelector(".received")) store(KEY, view())
  arrive()
  for (const type of ["click", "auxclick"]) document.addEventListener(type, use, true)

  return { hold, store, stored, write }
})()
