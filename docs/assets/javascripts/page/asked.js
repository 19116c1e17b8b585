// A list that its address asks for in another way than it stands in the page waits, unseen, until it is so (lists.js): what has
// been seen does not move. Whatever happens, it is shown once the page has loaded.
// @ts-check
"use strict"

if (/[?&](?:filter|order)=/.test(location.search)) {
  document.documentElement.classList.add("list-asked")
  addEventListener("load", () => document.documentElement.classList.remove("list-asked"))
}
