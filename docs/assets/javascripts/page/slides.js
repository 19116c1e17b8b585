// Slides: a page of sections shown one at a time, by keys, a presenter's remote or touch. Until that is asked for, and without
// scripts, it is a page to read. The slides in one file (scripts/carry/slides.py) have this script too, and are opened on phones of
// every age: it keeps to ECMAScript 2015.
// @ts-check
"use strict"

;(() => {
  const { WORDS } = ArchivePage
  /** How far each key goes. @type {Record<string, number>} */
  const KEYS = {
    ArrowRight: 1,
    ArrowDown: 1,
    PageDown: 1,
    Enter: 1,
    " ": 1,
    ArrowLeft: -1,
    ArrowUp: -1,
    PageUp: -1,
    Backspace: -1,
    Home: -Infinity,
    End: Infinity,
  }
  const SWIPE = 50

  const found = document.querySelector(".slides")
  const dialog = document.createElement("dialog")
  if (!found || !dialog.showModal) return
  const slides = found
  const pages = [...slides.querySelectorAll("h2")].map(gather)
  const start = makeButton("slides-start", WORDS.startSlides, WORDS.startSlides, startAll)
  const count = document.createElement("span")
  let current = 0

  /** Makes one page of a heading and all that follows it. */
  function gather(/** @type {HTMLElement} */ heading) {
    const page = document.createElement("section")
    heading.before(page)
    heading.tabIndex = -1
    for (let next = page.nextSibling; next && (next === heading || next.nodeName !== "H2"); next = page.nextSibling) page.append(next)
    return { page, heading }
  }

  /**
   * A button that says what it does, though it may show a sign only.
   * @param {string} name
   * @param {string} sign
   * @param {string} label
   * @param {() => void} act
   */
  function makeButton(name, sign, label, act) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = name
    button.textContent = sign
    button.setAttribute("aria-label", label)
    button.addEventListener("click", act)
    return button
  }

  /** Puts an address into the bar, where the browser allows it. */
  function note(/** @type {string} */ hash) {
    try {
      history.replaceState(null, "", location.href.split("#")[0] + hash)
    } catch (_) {
      // the address stays
    }
  }

  /** Goes to a slide, the first or last where there is none, and brings readers of every kind to its heading. */
  function go(/** @type {number} */ wanted) {
    current = Math.max(0, Math.min(pages.length - 1, wanted))
    pages.forEach(({ page }, index) => (page.hidden = index !== current))
    count.textContent = `${current + 1} / ${pages.length}`
    note(`#${pages[current].heading.id}`)
    dialog.scrollTop = 0
    pages[current].heading.focus({ preventScroll: true })
  }

  /** Shows a slide alone. */
  function show(/** @type {number} */ wanted) {
    if (!dialog.open) {
      dialog.prepend(slides)
      dialog.showModal()
    }
    go(wanted)
  }

  /** Shows the slides from the first, over the whole screen where the browser can. */
  function startAll() {
    const root = document.documentElement
    const showFirst = () => show(0)
    const filled = root.requestFullscreen ? root.requestFullscreen() : undefined
    Promise.resolve(filled).then(showFirst, showFirst)
  }

  /** Makes a page to read of the slides again, at the one that was shown last. */
  function stop() {
    dialog.before(slides)
    for (const { page } of pages) page.hidden = false
    if (document.fullscreenElement) document.exitFullscreen()
    note("")
    start.focus({ preventScroll: true })
    pages[current].heading.scrollIntoView()
  }

  /** Where a key leads, relative to the slide that is shown; 0 where it has another use. */
  function stepOf(/** @type {KeyboardEvent} */ event) {
    const isOnControl = event.target instanceof Element && event.target.closest("a, button")
    if (event.ctrlKey || event.altKey || event.metaKey || (isOnControl && /^(?:Enter| )$/.test(event.key))) return 0
    if (/^Arrow(?:Up|Down)$/.test(event.key) && dialog.scrollHeight > dialog.clientHeight) return 0
    return event.shiftKey && event.key === " " ? -1 : KEYS[event.key] || 0
  }

  dialog.className = "slide-show"
  dialog.setAttribute("aria-label", document.title)
  count.setAttribute("role", "status")
  const bar = document.createElement("div")
  bar.className = "slide-bar"
  bar.append(
    makeButton("slide-previous", "←", WORDS.previousSlide, () => go(current - 1)),
    count,
    makeButton("slide-next", "→", WORDS.nextSlide, () => go(current + 1)),
    makeButton("slide-stop", "×", WORDS.stopSlides, () => dialog.close())
  )
  dialog.append(bar)
  slides.before(start)
  slides.after(dialog)

  dialog.addEventListener("close", stop)
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && dialog.open) dialog.close()
  })
  dialog.addEventListener("keydown", (event) => {
    const step = stepOf(event)
    if (!step) return
    event.preventDefault()
    go(current + step)
  })

  let touchX = 0
  let touchY = 0
  dialog.addEventListener("touchstart", (event) => ({ clientX: touchX, clientY: touchY } = event.changedTouches[0]), { passive: true })
  dialog.addEventListener("touchend", (event) => {
    const x = event.changedTouches[0].clientX - touchX
    const y = event.changedTouches[0].clientY - touchY
    if (Math.abs(x) > SWIPE && Math.abs(x) > Math.abs(y)) go(current - Math.sign(x))
  })
  dialog.addEventListener("click", (event) => {
    const isOnControl = event.target instanceof Element && event.target.closest("a, button")
    if (!isOnControl && String(getSelection()) === "") go(current + (event.clientX < innerWidth / 3 ? -1 : 1))
  })

  const asked = pages.findIndex(({ heading }) => location.hash === `#${heading.id}`)
  if (asked >= 0) show(asked)
})()
