// Paper: while a page is printed, each note stands at the end of the section that marks it. On screen, and without scripts,
// all stand at the end of the page, where links lead.
// @ts-check
"use strict"

;(() => {
  const HEADING = "h1, h2, h3, h4, h5, h6, .parallel-heading"

  /** Where each note stood: before which node of which parent. @type {{note: Element, parent: ParentNode, next: Node | null}[]} */
  let moved = []

  /** The last element of the section in which a mark stands, among the children of the text. */
  function endOfSection(/** @type {Element} */ mark, /** @type {Element} */ text) {
    let last = mark
    while (last.parentElement && last.parentElement !== text) last = last.parentElement
    while (last.nextElementSibling && !last.nextElementSibling.matches(HEADING)) last = last.nextElementSibling
    return last
  }

  /** Brings every note to the section that marks it first, in the order of the marks. */
  function gather() {
    if (moved.length) return
    for (const text of document.querySelectorAll(".policy-text, .parallel"))
      for (const mark of /** @type {NodeListOf<HTMLAnchorElement>} */ (text.querySelectorAll('a[role="doc-noteref"]'))) {
        const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)))
        if (!note?.parentElement || text.contains(note)) continue
        moved.push({ note, parent: note.parentElement, next: note.nextSibling })
        endOfSection(mark, text).after(note)
      }
    for (const heading of document.querySelectorAll("article > h2[id]")) heading.toggleAttribute("data-no-paper", isEmpty(heading))
  }

  /** Whether nothing is left below a heading of the editors. */
  function isEmpty(/** @type {Element} */ heading) {
    const next = heading.nextElementSibling
    return moved.length > 0 && (!next || next.matches(HEADING))
  }

  /** Puts every note back. */
  function restore() {
    for (const { note, parent, next } of moved.reverse()) parent.insertBefore(note, next)
    moved = []
  }

  addEventListener("beforeprint", gather)
  addEventListener("afterprint", restore)
})()
