// The appearance that a reader chose, and whether our scripts run, are known before anything is drawn: this stands in the page's head.
// From a folder (file:) a browser may forget from page to page what was stored, or forbid to store at all; Chromium keeps one
// store for all folders. There the choice travels in the address, `?theme=dark`, from link to link.
// @ts-check
"use strict"

var ArchiveAppearance = (() => {
  const KEY = "archive-appearance"
  const CHOICES = ["auto", "light", "dark"]
  const root = document.documentElement
  const darkness = matchMedia("(prefers-color-scheme: dark)")
  let chosen = "auto"

  /** What was stored, where a browser lets a page look. */
  function stored() {
    try {
      return localStorage.getItem(KEY)
    } catch (_) {
      return null
    }
  }

  function isFolder() {
    return location.protocol === "file:"
  }

  /** The choice that the address or else the store has. */
  function read() {
    const asked = isFolder() ? new URLSearchParams(location.search).get("theme") : null
    const found = asked || stored() || "auto"
    return CHOICES.indexOf(found) < 0 ? "auto" : found
  }

  /** Draws the page as chosen; the style of the theme has its colours by this attribute. */
  function show() {
    const isDark = chosen === "dark" || (chosen === "auto" && darkness.matches)
    root.setAttribute("data-md-color-scheme", isDark ? "slate" : "default")
  }

  /** Draws the page as a reader chooses, and the next ones likewise. */
  function choose(/** @type {string} */ choice) {
    chosen = choice
    show()
    try {
      localStorage.setItem(KEY, choice)
    } catch (_) {
      // it holds for this page, and in a folder for what is reached from it
    }
  }

  /** Gives what leads to another page of a copy the appearance of this one. */
  function carry(/** @type {Event} */ event) {
    const target = event.target instanceof Element ? event.target.closest("a[href], form") : null
    if (chosen === "auto" || !target) return
    const home = new URL(root.getAttribute("data-root") || ".", location.href).href
    if (target instanceof HTMLAnchorElement && target.href.startsWith(home) && !/^#/.test(target.getAttribute("href") || "")) {
      const url = new URL(target.href)
      url.searchParams.set("theme", chosen)
      target.href = url.href
    }
    if (target instanceof HTMLFormElement && event.type === "submit" && !target.querySelector('[name="theme"]')) {
      const field = document.createElement("input")
      Object.assign(field, { type: "hidden", name: "theme", value: chosen })
      target.append(field)
    }
  }

  // a browser that lacks these cannot read our other scripts (ECMAScript 2017); to it the page is one without scripts
  if (typeof String.prototype.padStart === "function" && typeof Object.getOwnPropertyDescriptors === "function") {
    root.classList.remove("no-js")
    root.classList.add("js")
  }
  chosen = read()
  show()
  darkness.addListener(show)
  if (isFolder()) for (const type of ["click", "auxclick", "submit"]) addEventListener(type, carry, true)
  return { choose, chosen: () => chosen }
})()
