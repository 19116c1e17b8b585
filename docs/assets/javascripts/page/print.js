// The button that prints a policy's page.
// @ts-check
"use strict"

;(() => {
  const opener = document.querySelector(".print-open")
  if (opener) opener.addEventListener("click", () => print())
})()
