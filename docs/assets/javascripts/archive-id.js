// A policy's permanent address: it leads on to the page in the reader's language, to the place after the `#` and with the
// words after `?quote=`. The page itself, which lists all addresses, is shown to whoever adds `?list`.
// It stands in the page's head, so that the list is not drawn first, and leaves no step behind in the history.
// @ts-check
"use strict"

;(() => {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const pages = document.querySelectorAll('link[rel="archive-language"]')

  /** The page in the first of the reader's languages that there is, else the last one, in English; it must be of this copy. */
  function choose() {
    const here = [...pages].filter((page) => new URL(page.href).protocol === location.protocol)
    for (const language of navigator.languages || [navigator.language]) {
      const page = here.find((each) => each.hreflang.split("-")[0] === language.split("-")[0].toLowerCase())
      if (page) return page
    }
    return here[here.length - 1]
  }

  const page = choose()
  if (page && !new URLSearchParams(location.search).has("list")) location.replace(page.href + location.search + location.hash)
})()
