// The contents: the section that is being read is marked, what is deeper and far from it is folded; on a narrow screen a bar
// at the foot says where the reader is, opens the contents at that place, and leads back to the top.
// @ts-check
"use strict"

;(() => {
  const WORDS = {
    zh: { contents: "目录", top: "回到页首" },
    en: { contents: "Contents", top: "Back to top" },
  }[ArchivePage.LANGUAGE]
  const SIGN_PATTERN = /^(?:引用|Cite )/ // what the sign beside a heading says before the place's name
  const SHORTEST = 240 // of this many pixels below the window's top is read what stands there

  const contents = /** @type {HTMLElement | null} */ (document.querySelector(".contents"))
  if (!contents) return
  const links = /** @type {HTMLAnchorElement[]} */ (Array.from(contents.querySelectorAll('a[href^="#"]')))
  /** @typedef {{link: HTMLAnchorElement, heading: HTMLElement}} Entry */
  const entries = /** @type {Entry[]} */ (
    links.map((link) => ({ link, heading: document.getElementById(ArchivePage.idIn(link.hash)) })).filter(({ heading }) => heading)
  )
  /** @type {Entry | null} */
  let here = null
  let isAwaited = false
  /** @type {HTMLDetailsElement | null} */
  let unfolded = null

  /** The last heading that the reader has reached; null above the first. */
  function reached() {
    let low = 0
    let high = entries.length
    const line = Math.min(SHORTEST, innerHeight / 3)
    while (low < high) {
      const middle = (low + high) >> 1
      if (entries[middle].heading.getBoundingClientRect().top <= line) low = middle + 1
      else high = middle
    }
    return low ? entries[low - 1] : null
  }

  /** How people call a place: by its number, as the sign beside it does; else by its words. */
  function nameOf(/** @type {Entry} */ { heading, link }) {
    const sign = document.querySelector(`a.policy-address[href="#${heading.id}"]`)
    const name = sign ? (sign.getAttribute("aria-label") || "").replace(SIGN_PATTERN, "") : ""
    return name || (link.textContent || "").trim()
  }

  /** Folds the lists below the second level, but for those around the reader's place; unfolds what holds it. */
  function foldAround(/** @type {Element | null} */ link) {
    for (const list of Array.from(contents ? contents.querySelectorAll("ul ul li > ul") : [])) {
      const owner = list.parentElement
      list.classList.toggle("is-near", Boolean(owner && link && owner.contains(link)))
    }
    const around = link && link.closest("details")
    if (unfolded && unfolded !== around) unfolded.open = false // what the reader opened elsewhere stays open
    unfolded = around && !around.open ? around : around === unfolded ? unfolded : null
    if (around) around.open = true
  }

  /** Marks where the reader is. */
  function mark() {
    isAwaited = false
    const now = reached()
    if (now === here) return
    if (here) here.link.removeAttribute("aria-current")
    here = now
    foldAround(here && here.link)
    if (here) {
      here.link.setAttribute("aria-current", "location")
      show(here.link)
    }
    place.textContent = here ? ` · ${nameOf(here)}` : ""
    const lang = here && here.link.lang
    if (lang && !document.querySelector(`a.policy-address[href="${here ? here.link.hash : ""}"]`)) place.lang = lang
    else place.removeAttribute("lang")
  }

  /** Scrolls the contents, and nothing else, so that a line of them is in sight. */
  function show(/** @type {HTMLElement} */ link) {
    if (!contents || contents.scrollHeight <= contents.clientHeight) return
    const spot = link.getBoundingClientRect()
    const frame = contents.getBoundingClientRect()
    if (spot.top < frame.top + 40 || spot.bottom > frame.bottom - 40) contents.scrollTop += spot.top - frame.top - frame.height / 3
  }

  /** Marks with the next frame that is drawn, once for many events. */
  function await_() {
    if (isAwaited) return
    isAwaited = true
    requestAnimationFrame(mark)
  }

  // ---- the sheet

  const bar = document.createElement("div")
  const opener = document.createElement("button")
  const place = document.createElement("span")
  const up = document.createElement("button")

  /** Opens or closes the sheet. */
  function toggle(/** @type {boolean} */ isOpen) {
    if (!contents) return
    contents.classList.toggle("is-open", isOpen)
    opener.setAttribute("aria-expanded", String(isOpen))
    if (!isOpen) return
    const link = here ? here.link : links[0]
    if (!link) return
    link.focus({ preventScroll: true })
    show(link)
  }

  function isOpen() {
    return Boolean(contents && contents.classList.contains("is-open"))
  }

  bar.className = "contents-bar"
  opener.type = up.type = "button"
  opener.className = "contents-open"
  opener.setAttribute("aria-expanded", "false")
  contents.id = contents.id || "contents"
  opener.setAttribute("aria-controls", contents.id)
  place.className = "contents-here"
  opener.append(WORDS.contents, place)
  up.textContent = "↑"
  up.setAttribute("aria-label", WORDS.top)
  bar.append(opener, up)
  contents.after(bar)
  document.documentElement.classList.add("has-places")

  opener.addEventListener("click", () => toggle(!isOpen()))
  up.addEventListener("click", () => {
    toggle(false)
    scrollTo(0, 0)
    const main = document.getElementById("main")
    if (main) main.focus({ preventScroll: true })
  })
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return
    toggle(false)
    opener.focus()
  })
  document.addEventListener("click", (event) => {
    const target = event.target
    if (!isOpen() || !(target instanceof Element) || bar.contains(target)) return
    if (!contents.contains(target) || target.closest("a")) toggle(false)
  })
  addEventListener("scroll", await_, { passive: true })
  addEventListener("resize", await_, { passive: true })
  await_()
})()
