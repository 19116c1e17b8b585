// What a policy's page offers to download opens over the page: it closes by Escape and by a click elsewhere.
// @ts-check
"use strict"

;(() => {
  const fold = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".policy-files"))
  if (!fold) return

  document.addEventListener("click", (event) => {
    if (event.target instanceof Node && !fold.contains(event.target)) fold.open = false
  })
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !fold.open) return
    const summary = fold.querySelector("summary")
    const hadFocus = fold.contains(document.activeElement)
    fold.open = false
    if (hadFocus && summary) summary.focus({ preventScroll: true })
  })
})()
