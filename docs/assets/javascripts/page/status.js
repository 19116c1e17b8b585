// The years that a policy plans for: once they are over on the reader's day, the page says so.
// @ts-check
"use strict"

;(() => {
  const { LANGUAGE } = ArchivePage

  for (const words of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-until][data-over]"))) {
    if (new Date().getFullYear() <= Number(words.dataset.until)) continue
    const over = document.createElement("strong")
    over.textContent = words.dataset.over || ""
    words.append(LANGUAGE === "en" ? " " : "", over)
  }
})()
