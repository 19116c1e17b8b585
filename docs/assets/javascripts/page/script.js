// Whether a reader asked for Traditional characters is known before anything is drawn, so that what says it has its room.
// @ts-check
"use strict"

;(() => {
  let asked = new URLSearchParams(location.search).get("script")
  try {
    asked = asked || localStorage.getItem("archive.script")
  } catch (error) {
    // a folder whose browser stores nothing: then the address alone says it
  }
  if (asked === "hant") document.documentElement.classList.add("is-traditional")
})()
