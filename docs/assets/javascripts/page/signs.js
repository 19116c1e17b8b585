// The sign that cites a paragraph or a cell: it stands there while pointer, focus or the page's address are at the place. Headings
// that the contents list have theirs in the page.
// @ts-check
"use strict"

;(() => {
  const { LANGUAGE, WORDS, linkOf } = ArchivePage
  const BLOCKS = ".policy-text p, .policy-text h5, .policy-text h6, .policy-text td, .policy-text th"
  const COLUMN = LANGUAGE === "zh" ? 0 : 1
  const NARROW = "screen and (max-width: 44.9375em)" // there the sign stands in the margin (text.css)
  const PARAGRAPH_PATTERN = /^(.+)-p(\d+)$/

  /** @type {{block: Element, sign: HTMLAnchorElement} | null} */
  let shown = null

  /** The id that an address of a block names: its own, or that of the section whose number opens it. */
  function idOf(/** @type {Element} */ block) {
    const label = block.id ? null : block.querySelector(".policy-label[id]")
    return label ? label.id : block.id
  }

  /** What the sign of a paragraph says, from what the sign of its section says; "" where that has none. */
  function nameFrom(/** @type {string} */ id) {
    const found = PARAGRAPH_PATTERN.exec(id)
    const section = found && document.querySelector(`a.policy-address[href="#${found[1]}"]`)
    return found && section ? WORDS.citeParagraph(section.getAttribute("aria-label") || "", found[2]) : ""
  }

  /** Names a sign as people call its place. */
  function name(/** @type {HTMLAnchorElement} */ sign, /** @type {string} */ id) {
    const words = nameFrom(id)
    sign.setAttribute("aria-label", words || WORDS.citeHere)
    if (words) return
    ArchiveCiting.load(ArchiveCiting.policyOf()).then((policy) => {
      if (policy && policy.places[id]) sign.setAttribute("aria-label", WORDS.cite(policy.places[id][COLUMN]))
    })
  }

  /** Signs that stand where readers were. @type {Set<HTMLAnchorElement>} */
  const left = new Set()

  /** Takes away the signs where readers were, but for one that has the focus, or while what one opened is open. */
  function hide() {
    if (shown) left.add(shown.sign)
    shown = null
    if (document.querySelector(".cite-panel")) return
    for (const sign of Array.from(left)) {
      if (sign === document.activeElement) continue
      sign.remove()
      left.delete(sign)
    }
  }

  /** On a phone, puts the sign of a paragraph beside the line that was touched, or its first: the end may be far below. */
  function place(/** @type {Element} */ block, /** @type {HTMLElement} */ sign, y = 0) {
    if (block.tagName !== "P" || !sign.offsetParent || !matchMedia(NARROW).matches) return
    const { top, bottom } = block.getBoundingClientRect()
    const wanted = Math.min(y - sign.offsetHeight / 2, bottom - sign.offsetHeight)
    sign.style.top = `${Math.max(top, wanted) - sign.offsetParent.getBoundingClientRect().top}px`
  }

  /** Puts the sign of a block at its end; behind a heading, whose words it must not join. */
  function show(/** @type {Element} */ block, y = 0) {
    const id = idOf(block)
    if (!id) return
    if (shown && shown.block === block) {
      if (y) place(block, shown.sign, y)
      return
    }
    hide()
    for (const sign of left) if (sign.hash === `#${id}`) return // which has the focus
    const sign = document.createElement("a")
    sign.className = "policy-address is-wanted"
    sign.href = `#${id}`
    name(sign, id)
    if (/^H\d$/.test(block.tagName)) block.after(sign)
    else block.append(sign)
    shown = { block, sign }
    place(block, sign, y)
  }

  /** Shows the sign where an event happens. */
  function arrive(/** @type {Event} */ event, y = 0) {
    const block = linkOf(event, BLOCKS)
    if (block && !block.closest(".policy-links") && !linkOf(event, ".policy-address")) show(block, y)
  }

  /** Shows the sign at the place that the page's address names. */
  function showTarget() {
    const target = document.getElementById(location.hash.slice(1).split(":~:")[0])
    const block = target && target.closest(BLOCKS)
    if (block) show(block)
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") arrive(event) // which may only begin to scroll
  })
  document.addEventListener("click", (event) => arrive(event, event.clientY))
  document.addEventListener("focusin", (event) => arrive(event))
  addEventListener("hashchange", showTarget)
  showTarget()
})()
