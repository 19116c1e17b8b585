// What of a reader's choice changes where things stand is known before anything is drawn: Traditional characters, for which a
// line has its room, and both languages line by line.
// @ts-check
"use strict"

;(() => {
  const query = new URLSearchParams(location.search)
  let asked = query.get("script")
  try {
    asked = asked || localStorage.getItem("archive.script")
  } catch (error) {
    // a folder whose browser stores nothing: then the address alone says it
  }
  if (asked === "hant") document.documentElement.classList.add("is-traditional")
  if (query.get("view") === "lines" || location.hash === "#lines") document.documentElement.classList.add("reads-lines")
})()
