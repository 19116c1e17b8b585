// Both languages of a policy on one page: line by line or side by side, one of them hidden, and a selection that begins in
// one column is that column's alone, on the screen and on the clipboard.
// @ts-check
"use strict"

;(() => {
  const parallel = /** @type {Element} */ (document.querySelector(".parallel"))
  if (!parallel) return
  const SIDES = ["zh", "en"]

  /** The side in which an element stands; "" where it stands in neither. */
  function sideOf(/** @type {EventTarget | Node | null} */ target) {
    const element = target instanceof Element ? target : target instanceof Node ? target.parentElement : null
    return SIDES.find((side) => element && element.closest(`.parallel-${side}`)) || ""
  }

  /** Lets one side alone be selected; both where there is none. */
  function selectIn(/** @type {string} */ side) {
    for (const other of SIDES) parallel.classList.toggle(`selects-${other}`, other === side)
  }

  /** Shows or hides a side, never both. */
  function hide(/** @type {HTMLElement} */ pressed) {
    const isHidden = pressed.getAttribute("aria-pressed") !== "true"
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-hide]"))) {
      const isOwn = button === pressed && isHidden
      button.setAttribute("aria-pressed", String(isOwn))
      parallel.classList.toggle(`without-${button.dataset.hide}`, isOwn)
    }
  }

  /** The part of a selection that is not of the other side. */
  function ownPart(/** @type {Range} */ range, /** @type {string} */ side) {
    const part = document.createElement("div")
    part.append(range.cloneContents())
    for (const other of SIDES)
      if (other !== side) for (const column of part.querySelectorAll(`.parallel-${other}`)) column.remove()
    for (const sign of part.querySelectorAll(".policy-address")) sign.remove()
    return part
  }

  document.addEventListener("pointerdown", (event) => {
    if (!event.shiftKey) selectIn(sideOf(event.target))
  })
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "a") selectIn("")
  })
  document.addEventListener("copy", (event) => {
    const side = SIDES.find((name) => parallel.classList.contains(`selects-${name}`))
    const selection = getSelection()
    if (!side || !selection || selection.isCollapsed || !event.clipboardData || !sideOf(selection.anchorNode)) return
    const part = ownPart(selection.getRangeAt(0), side)
    const columns = [...part.querySelectorAll(`.parallel-${side}`)]
    if (columns.length < 2) return // within one paragraph the browser knows best
    event.clipboardData.setData("text/plain", columns.map((column) => column.textContent.trim()).join("\n"))
    event.clipboardData.setData("text/html", columns.map((column) => `<p lang="${column.getAttribute("lang")}">${column.innerHTML}</p>`).join(""))
    event.preventDefault()
  })
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-hide]")))
    button.addEventListener("click", () => ArchiveModes.hold(() => hide(button)))
})()
