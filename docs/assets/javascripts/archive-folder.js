// From a folder (file:) a browser may forget from page to page what was stored, or forbid to store at all; Chromium keeps one
// store for all folders. So the appearance that a reader chose travels in the address, `?theme=dark`, from link to link. This
// stands in the page's head, before the theme looks into the store, so that no page flashes in the wrong colours.
// @ts-check
"use strict"

;(() => {
  const THEMES = ["auto", "light", "dark"] // in the order in which mkdocs.yml has them

  /** A store that lasts as long as the page. */
  function makeStore() {
    /** @type {Map<string, string>} */
    const values = new Map()
    return {
      getItem: (/** @type {string} */ key) => values.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => void values.set(key, String(value)),
      removeItem: (/** @type {string} */ key) => void values.delete(key),
    }
  }

  /** Puts a store of the page's own where the browser gives none, so that no script of the theme stops at it. */
  function secure(/** @type {"localStorage" | "sessionStorage"} */ name) {
    try {
      window[name].getItem("")
      return
    } catch {
      // forbidden, or none
    }
    Object.defineProperty(window, name, { value: makeStore() })
  }

  secure("localStorage")
  secure("sessionStorage")
  if (location.protocol !== "file:") return

  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src
  const root = own.slice(0, own.lastIndexOf("assets/javascripts/"))
  const key = `${new URL(root).pathname}.__palette`

  /** The appearance that was chosen; nothing where it is the system's. */
  function chosen() {
    const index = JSON.parse(localStorage.getItem(key) ?? "{}")?.index
    return index ? THEMES[index] : undefined
  }

  /** Stores the appearance that the address asks for as the theme itself would. */
  function take() {
    const index = THEMES.indexOf(new URLSearchParams(location.search).get("theme") ?? "")
    if (index < 1) return
    const media = `(prefers-color-scheme: ${THEMES[index]})`
    const scheme = THEMES[index] === "dark" ? "slate" : "default"
    localStorage.setItem(key, JSON.stringify({ index, color: { media, scheme, primary: "custom", accent: "custom" } }))
  }

  /** Gives what leads to another page of the copy the appearance of this one. */
  function carry(/** @type {Event} */ event) {
    const theme = chosen()
    const target = event.target instanceof Element ? event.target.closest("a[href], form") : null
    if (!theme || !target) return
    if (target instanceof HTMLAnchorElement && target.href.startsWith(root) && !target.getAttribute("href")?.startsWith("#")) {
      const url = new URL(target.href)
      url.searchParams.set("theme", theme)
      target.href = url.href
    }
    if (target instanceof HTMLFormElement && event.type === "submit" && !target.querySelector('[name="theme"]')) {
      const field = document.createElement("input")
      Object.assign(field, { type: "hidden", name: "theme", value: theme })
      target.append(field)
    }
  }

  take()
  for (const type of ["click", "auxclick", "submit"]) addEventListener(type, carry, true)
})()
