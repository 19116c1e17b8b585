// A page that moved: it leads on to its successor, to the place after the `#` and with what stands after the `?`.
// Without scripts the page leads on by itself, to the beginning of its successor.
// @ts-check
"use strict"

;(() => {
  const link = document.querySelector("a")
  if (!link) return
  const to = new URL(link.href)
  if (location.search) to.search = location.search
  if (location.hash) to.hash = location.hash
  location.replace(to.href)
})()
