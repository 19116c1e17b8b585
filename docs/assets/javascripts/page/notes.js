// Notes and terms, opened where their mark stands: a note by a click, a term also by pointer and focus. What is open closes
// by Escape, by a click elsewhere, and, if pointer or focus opened it, when they leave both the mark and it (WCAG 1.4.13).
// @ts-check
"use strict"

;(() => {
  const { WORDS, linkOf } = ArchivePage

  /** @typedef {{mark: HTMLAnchorElement, box: HTMLElement, isPinned: boolean}} Open */

  /** What is open, and the mark that opened it. @type {Open | null} */
  let open = null
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let leaving
  let isMuted = false // after Escape, until the pointer moves: what comes to lie under it opens nothing

  /** The entry at the page's end to which a mark leads. */
  function entryOf(/** @type {HTMLAnchorElement} */ mark) {
    return document.getElementById(decodeURIComponent(mark.hash.slice(1)))
  }

  /** The mark of this kind that an event is about, if it leads to an entry; else null. */
  function markOf(/** @type {Event} */ event, /** @type {string} */ selector) {
    const mark = linkOf(event, selector)
    return mark && entryOf(mark) ? mark : null
  }

  /** Whether an event happened inside what is open. */
  function isInside(/** @type {Event} */ event) {
    return event.target instanceof Node && Boolean(open?.box.contains(event.target))
  }

  /** Closes what is open; the focus goes back to the mark if it was inside. */
  function close() {
    if (!open) return
    const { mark, box } = open
    const hadFocus = box.contains(document.activeElement)
    box.remove()
    open = null
    mark.removeAttribute("aria-describedby")
    if (hadFocus) mark.focus({ preventScroll: true })
  }

  /** A copy of a mark's entry in a box of its own. */
  function makeBox(/** @type {HTMLAnchorElement} */ mark, /** @type {boolean} */ isPinned) {
    const box = document.createElement("div")
    box.className = "archive-popover"
    box.id = "archive-popover"
    box.lang = document.documentElement.lang
    box.setAttribute("role", isPinned ? "dialog" : "tooltip")
    if (isPinned) box.setAttribute("aria-label", mark.textContent)
    const copied = /** @type {HTMLElement | undefined} */ (entryOf(mark)?.cloneNode(true))
    copied?.removeAttribute("id")
    if (copied) box.append(copied)
    return box
  }

  /** Opens a copy of an entry below its mark; one that is pinned has a button and takes the focus. */
  function openAt(/** @type {HTMLAnchorElement} */ mark, /** @type {boolean} */ isPinned) {
    if (open?.mark === mark && (!isPinned || open.isPinned)) return
    close()
    const box = makeBox(mark, isPinned)
    document.querySelector(".page-article")?.append(box)
    open = { mark, box, isPinned }
    place(mark, box)
    if (!isPinned) {
      mark.setAttribute("aria-describedby", box.id)
      return
    }
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = WORDS.close
    button.addEventListener("click", close)
    box.append(button)
    button.focus({ preventScroll: true })
  }

  /** Puts the box below its mark, inside the window's width. */
  function place(/** @type {HTMLAnchorElement} */ mark, /** @type {HTMLElement} */ box) {
    const spot = mark.getClientRects()[0]
    const frame = box.offsetParent?.getBoundingClientRect()
    if (!frame) return
    const left = Math.max(8, Math.min(spot.left, document.documentElement.clientWidth - box.offsetWidth - 8))
    box.style.left = `${left - frame.left}px`
    box.style.top = `${spot.bottom + 4 - frame.top}px`
  }

  /** Closes what pointer or focus opened, if neither is on it or on its mark any more. */
  function closeIfLeft() {
    if (!open || open.isPinned) return
    const isHeld = open.box.matches(":hover") || open.mark.matches(":hover") || open.mark === document.activeElement
    if (!isHeld) close()
  }

  /** Opens a term at which pointer or focus arrives. */
  function arrive(/** @type {Event} */ event) {
    const mark = markOf(event, 'a[role="doc-glossref"]')
    if (mark) openAt(mark, false)
    if (mark || isInside(event)) clearTimeout(leaving)
  }

  /** Gives pointer and focus the time to go from the mark to what is open, and back. */
  function leave() {
    if (!open || open.isPinned) return
    clearTimeout(leaving)
    leaving = setTimeout(closeIfLeft, 250)
  }

  document.addEventListener("click", (event) => {
    const mark = markOf(event, 'a[role="doc-noteref"], a[role="doc-glossref"]')
    if (mark && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      openAt(mark, true)
    } else if (event.target instanceof Element && !isInside(event)) close()
  })
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return
    const { mark } = open
    close()
    mark.focus({ preventScroll: true })
    close() // the focus that came back opens nothing
    isMuted = true
  })
  document.addEventListener("pointermove", () => (isMuted = false))
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch" && !isMuted) arrive(event)
  })
  document.addEventListener("focusin", arrive)
  document.addEventListener("pointerout", leave)
  document.addEventListener("focusout", leave)
})()
