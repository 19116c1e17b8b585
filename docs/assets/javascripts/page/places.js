// Places of a page: an address typed loosely finds its place, and one that leads nowhere says so and offers the nearest.
// @ts-check
"use strict"

;(() => {
  const { LANGUAGE, WORDS } = ArchivePage

  /** The id that a hash means; "" where it means none, as the theme's own (`__toc`) do. */
  function idOf(/** @type {string} */ hash) {
    const text = ArchivePage.idIn(hash)
    return text.startsWith("__") ? "" : text
  }

  /** The id without what sentences put around it, in small letters: `S2-3。` is s2-3. */
  function plainId(/** @type {string} */ id) {
    return ArchivePage.clip(id).normalize("NFKC").toLowerCase().replace(/[–—‐‑]/g, "-").replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "")
  }

  /** The place that is nearest to an id which is not there: what would hold it, else the part, box or table with the nearest number. */
  function nearestPlace(/** @type {string} */ id) {
    const steps = id.split("-")
    for (let length = steps.length - 1; length > 0; length--) {
      const around = document.getElementById(steps.slice(0, length).join("-"))
      if (around) return around
    }
    const [, sign, number] = /^([a-z]+)(\d+)/.exec(id) || []
    if (!sign) return null
    const distance = (/** @type {Element} */ place) => Math.abs(Number(place.id.slice(sign.length)) - Number(number))
    const alike = [...document.querySelectorAll(`.page-article [id^="${sign}"]`)].filter((place) => /^\d+$/.test(place.id.slice(sign.length)))
    return alike.sort((a, b) => distance(a) - distance(b))[0] || null
  }

  /** What a place is called in the message: the words of its heading, else the beginning of its text. */
  function nameOf(/** @type {Element} */ place) {
    const text = place.textContent.trim().replace(/\s+/g, " ")
    return text.length > 60 ? `${text.slice(0, 60)}…` : text || place.id
  }

  /** Says that an id is not on this page, and leads to the nearest place. */
  function sayNoPlace(/** @type {string} */ id) {
    const notice = document.createElement("div")
    notice.className = "archive-no-place policy-notice"
    notice.setAttribute("role", "alert")
    const line = document.createElement("p")
    line.append(WORDS.noPlace(id))
    const near = nearestPlace(plainId(id))
    if (near) {
      const link = document.createElement("a")
      link.href = `#${near.id}`
      link.textContent = nameOf(near)
      const spoken = near.closest("[lang]")
      if (spoken) link.lang = spoken.getAttribute("lang") || ""
      link.addEventListener("click", () => notice.remove())
      line.append(LANGUAGE === "en" ? " " : "", WORDS.nearest, link)
    } else line.append(LANGUAGE === "en" ? " " : "", WORDS.top)
    notice.append(line)
    const [article] = document.querySelectorAll(".page-article")
    article.prepend(notice)
    scrollTo(0, 0)
  }

  /** Goes where the address of this page leads, if the browser has not. */
  function findPlace() {
    for (const former of document.querySelectorAll(".archive-no-place")) former.remove()
    const id = idOf(location.hash)
    if (!id || document.querySelector(".not-found-near")) return // on the page for an address that is not there
    if (document.getElementById(id) || document.getElementsByName(id).length) return
    const plain = plainId(id)
    if (plain && document.getElementById(plain)) location.replace(`#${plain}`)
    else sayNoPlace(id)
  }

  addEventListener("hashchange", findPlace)
  findPlace()
})()
