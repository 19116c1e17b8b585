// Paper: while a page is printed, each note stands at the end of the section that marks it, and answers behind all tasks. On
// screen, and without scripts, notes stand at the end of the page, where links lead, and each answer under its task.
// @ts-check
"use strict"

;(() => {
  const HEADING = "h1, h2, h3, h4, h5, h6, .parallel-heading"

  /** What was moved, and where it stood: before which node of which parent.
   * @type {{element: Element, parent: ParentNode, next: Node | null}[]} */
  let moved = []

  /** What was brought from elsewhere. @type {Element[]} */
  let brought = []

  /** The last element of the section in which a mark stands, among the children of the text. */
  function endOfSection(/** @type {Element} */ mark, /** @type {Element} */ text) {
    let last = mark
    while (last.parentElement && last.parentElement !== text) last = last.parentElement
    while (last.nextElementSibling && !last.nextElementSibling.matches(HEADING)) last = last.nextElementSibling
    return last
  }

  /** The last element of the item beside which lines stand. */
  function endOfItem(/** @type {Element} */ lines) {
    let last = lines
    while (last.nextElementSibling && !last.nextElementSibling.matches("h1, h2, h3, .part-links, aside.policy-links")) last = last.nextElementSibling
    return last
  }

  /** Brings a note that stands on a page of its own behind an element. */
  function bringNote(/** @type {HTMLAnchorElement} */ mark, /** @type {Element} */ end) {
    const note = ArchiveGlossary.note(mark)
    if (!note) return
    brought.push(note)
    end.after(note)
  }

  /** Moves an element to another place, and remembers the one it had. */
  function move(/** @type {Element} */ element, /** @type {(element: Element) => void} */ insert) {
    if (!element.parentNode) return
    moved.push({ element, parent: element.parentNode, next: element.nextSibling })
    insert(element)
  }

  /** Brings every note to the section that marks it first, and what is said of all notes before the text. */
  function gather() {
    const [text] = document.querySelectorAll(".policy-text, .parallel")
    if (!text || moved.length) return
    for (const mark of /** @type {NodeListOf<HTMLAnchorElement>} */ (text.querySelectorAll('a[role="doc-noteref"]'))) {
      const note = document.querySelector(`.policy-note[id="${ArchivePage.idIn(mark.hash)}"]`)
      if (note && !text.contains(note)) move(note, (element) => endOfSection(mark, text).after(element))
      else if (!note) bringNote(mark, endOfSection(mark, text))
    }
    for (const lines of text.querySelectorAll(":scope > aside.policy-links")) move(lines, (element) => endOfItem(lines).after(element))
    for (const heading of document.querySelectorAll(".policy-text ~ h2, .parallel ~ h2")) {
      const lead = heading.nextElementSibling
      const first = lead && lead.nextElementSibling
      if (!lead || (first && first.matches(".policy-note, table, div"))) continue
      heading.classList.add("not-on-paper")
      if (lead.matches("p:not(.notes-elsewhere)")) move(lead, (element) => text.before(element))
    }
  }

  /** Brings the answers of exercises behind all tasks, onto sheets of their own. */
  function gatherAnswers() {
    const answers = document.querySelectorAll(".answer")
    if (!answers.length || moved.length) return
    const end = document.createElement("div")
    end.className = "answers"
    const [article] = document.querySelectorAll("article")
    article.append(end)
    for (const answer of answers) move(answer, (element) => end.append(element))
  }

  /** Puts all back. */
  function restore() {
    for (const { element, parent, next } of moved.reverse()) parent.insertBefore(element, next)
    for (const heading of document.querySelectorAll(".not-on-paper")) heading.removeAttribute("class")
    for (const end of document.querySelectorAll(".answers")) end.remove()
    for (const note of brought) note.remove()
    moved = []
    brought = []
  }

  addEventListener("beforeprint", gather)
  addEventListener("beforeprint", gatherAnswers)
  addEventListener("afterprint", restore)
})()
