// Reporting a problem: the link at the end of a page, and one in the panel of a place, put into the report which place and
// words it is about. `data-report` has the address of a report, with places for its title and its body.
// @ts-check
"use strict"

const ArchiveReports = (() => {
  const { WORDS, linkOf, said } = ArchivePage
  const LONGEST = 1900 // mail programs cut addresses at about 2,000 characters
  const SELECTOR = ".archive-report a, a.report-open"
  /** @type {HTMLAnchorElement | null} */
  const link = document.querySelector(SELECTOR)

  /** @typedef {{page?: string, anchor?: string, place?: string, words?: string}} About */

  /** The permanent address of this page; of a page that is not there, the address that was asked for. */
  function ownAddress() {
    return document.documentElement.dataset.address || location.href.split("#")[0]
  }

  /** What the report says, but for the problem itself. */
  function bodyOf(/** @type {About} */ { page = ownAddress(), anchor = "", place = "", words = "" }) {
    const address = page + (anchor && `#${anchor}`)
    return WORDS.report({ address, place, edition: said("archive-edition"), words }).replace(/\n/g, "\r\n")
  }

  /** The address of a report; words that would make it too long are cut. */
  function hrefOf(/** @type {HTMLAnchorElement} */ source, /** @type {About} */ about) {
    const letters = [...(about.words || "")]
    for (let length = letters.length; ; length = Math.floor(length * 0.9)) {
      const words = letters.slice(0, length).join("") + (length < letters.length ? "…" : "")
      const body = bodyOf(Object.assign({}, about, { words: length ? words : "" }))
      const href = (source.dataset.report || "")
        .replace("{title}", () => encodeURIComponent(source.textContent))
        .replace("{body}", () => encodeURIComponent(body))
      if (href.length <= LONGEST || !length) return href
    }
  }

  /** The id of an element, if there is one. */
  function idOf(/** @type {Element | null} */ element) {
    return element ? element.id : ""
  }

  /** What a reader has marked on the page, and the place where it begins; else the place to which the address leads. */
  function marked() {
    const selection = getSelection()
    const start = selection && selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0).startContainer : null
    const element = start instanceof Element ? start : start && start.parentElement
    if (!element || !element.closest(".page-article")) return { anchor: idOf(document.getElementById(location.hash.slice(1))) }
    const words = String(selection).trim().replace(/\s+/g, " ")
    return { anchor: idOf(element.closest(".page-article [id]:not(a)")), words }
  }

  /** What the panel of a place says of reporting: a line, or nothing where problems are reported nowhere. */
  function entries(/** @type {About} */ about) {
    if (!link) return []
    const line = document.createElement("p")
    const own = document.createElement("a")
    own.href = hrefOf(link, about)
    own.textContent = WORDS.reportHere
    line.append(own)
    return [line]
  }

  // before a press takes the mark away
  for (const type of ["pointerdown", "keydown"])
    addEventListener(
      type,
      (event) => {
        const pressed = linkOf(event, SELECTOR)
        if (pressed) pressed.href = hrefOf(pressed, marked())
      },
      true,
    )

  return { entries }
})()
