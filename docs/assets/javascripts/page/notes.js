// Notes and terms, opened where their mark stands: a note by a click, a term also by pointer and focus. What is open closes
// by Escape, by a click elsewhere, and, if pointer or focus opened it, when they leave both the mark and it (WCAG 1.4.13).
// What terms mean comes when the first is wanted (glossary.js); where it cannot, a mark leads to the term's own page.
// @ts-check
"use strict"

;(() => {
  const { WORDS, linkOf } = ArchivePage
  const NOTE = 'a[role="doc-noteref"]'
  const TERM = 'a[role="doc-glossref"]'

  /** @typedef {{mark: HTMLAnchorElement, box: HTMLElement, isPinned: boolean}} Open */

  /** What is open, and the mark that opened it. @type {Open | null} */
  let open = null
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let leaving
  let isMuted = false // after Escape, until the pointer moves or a key is pressed: what comes to lie under it opens nothing

  /** What a mark opens: a copy of the note at the page's end, or what the term means; null where that is not at hand. */
  function contentOf(/** @type {HTMLAnchorElement} */ mark) {
    if (mark.getAttribute("role") === "doc-glossref") return ArchiveGlossary.entry(mark)
    return ArchiveGlossary.note(mark)
  }

  /** Whether an event happened inside what is open. */
  function isInside(/** @type {Event} */ event) {
    return event.target instanceof Node && Boolean(open && open.box.contains(event.target))
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

  /** A box of its own for what a mark opens. */
  function makeBox(/** @type {HTMLAnchorElement} */ mark, /** @type {Node} */ content, /** @type {boolean} */ isPinned) {
    const box = document.createElement("div")
    box.className = "archive-popover"
    box.id = "archive-popover"
    box.lang = document.documentElement.lang
    box.setAttribute("role", isPinned ? "dialog" : "tooltip")
    if (isPinned) box.setAttribute("aria-label", mark.textContent)
    box.append(content)
    return box
  }

  /** Opens beside a mark what it leads to; what is pinned has a button and takes the focus. */
  function openAt(/** @type {HTMLAnchorElement} */ mark, /** @type {boolean} */ isPinned) {
    if (open && open.mark === mark && (!isPinned || open.isPinned)) return
    const content = contentOf(mark)
    const article = document.querySelector(".page-article")
    if (!content || !article) return
    close()
    const box = makeBox(mark, content, isPinned)
    article.append(box)
    open = { mark, box, isPinned }
    if (!isPinned) {
      ArchiveBeside.place(mark, box)
      mark.setAttribute("aria-describedby", box.id)
      return
    }
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = WORDS.close
    button.addEventListener("click", close)
    box.append(button)
    ArchiveBeside.place(mark, box)
    button.focus({ preventScroll: true })
  }

  /** Closes what pointer or focus opened, if neither is on it or on its mark any more. */
  function closeIfLeft() {
    if (!open || open.isPinned) return
    const isHeld = open.box.matches(":hover") || open.mark.matches(":hover") || open.mark === document.activeElement
    if (!isHeld) close()
  }

  /** Opens a term at which pointer or focus arrives, if they are still there once its meaning is. */
  function arrive(/** @type {Event} */ event) {
    const mark = linkOf(event, TERM)
    if (mark || isInside(event)) clearTimeout(leaving)
    if (!mark || isMuted) return
    ArchiveGlossary.load().then(() => {
      if (mark.matches(":hover") || mark === document.activeElement) openAt(mark, false)
    })
  }

  /** Gives pointer and focus the time to go from the mark to what is open, and back. */
  function leave() {
    if (!open || open.isPinned) return
    clearTimeout(leaving)
    leaving = setTimeout(closeIfLeft, 250)
  }

  /** Opens what a mark leads to, where a click asks for it; a term whose meaning cannot be had leads to its page. */
  function choose(/** @type {MouseEvent} */ event, /** @type {HTMLAnchorElement} */ mark) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    if (mark.matches(TERM)) {
      event.preventDefault()
      ArchiveGlossary.load().then(() => {
        if (ArchiveGlossary.entry(mark)) openAt(mark, true)
        else location.assign(mark.href)
      })
    } else if (contentOf(mark)) {
      event.preventDefault()
      openAt(mark, true)
    }
  }

  document.addEventListener("click", (event) => {
    const mark = linkOf(event, `${NOTE}, ${TERM}`)
    if (mark) choose(event, mark)
    else if (event.target instanceof Element && !isInside(event)) close()
  })
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") isMuted = false
    if (event.key !== "Escape" || !open) return
    const { mark } = open
    isMuted = true // the focus that comes back opens nothing
    close()
    mark.focus({ preventScroll: true })
  })
  document.addEventListener("pointermove", () => (isMuted = false))
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch" && !isMuted) arrive(event)
  })
  document.addEventListener("focusin", arrive)
  document.addEventListener("pointerout", leave)
  document.addEventListener("focusout", leave)
})()
