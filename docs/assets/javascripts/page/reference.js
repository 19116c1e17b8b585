// The section when one is cited: reference managers read the head as it stands when the reader saves the page, so the head
// names the section that the address names: its permanent address, and its printed number.
// @ts-check
"use strict"

;(() => {
  const PLACE_PATTERN = /^(?:引用|Cite )/ // what the sign beside a place says before the place's name
  const address = ArchivePage.said("archive-address")
  const tags = document.querySelectorAll('meta[name="citation_fulltext_html_url"], meta[property="og:url"]')
  if (!address || !document.querySelector('meta[name="citation_title"]')) return
  const number = document.createElement("meta")
  number.name = "z.section"

  /** Names in the head the section that the page's address names; without one the policy as a whole. */
  function update() {
    const hash = location.hash.split(":~:")[0]
    const sign = hash.length > 1 ? document.querySelector(`a.policy-address[href="${CSS.escape(hash)}"]`) : null
    for (const tag of tags) tag.setAttribute("content", address + (sign ? hash : ""))
    if (sign) {
      number.content = (sign.getAttribute("aria-label") || "").replace(PLACE_PATTERN, "")
      document.head.append(number)
    } else number.remove()
  }

  addEventListener("hashchange", update)
  document.addEventListener("click", update) // the sign beside a place puts it into the address without a jump
  update()
})()
