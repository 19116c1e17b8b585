// Where what opens at a mark stands: wholly in sight, below the mark, or above it where there is no room below. The page stays
// still: where there is room on neither side, what opens covers the mark.
// @ts-check
"use strict"

const ArchiveBeside = (() => {
  const GAP = 4
  const EDGE = 8

  /** The part of the window's height that no bar covers. */
  function free() {
    let top = 0
    for (const bar of document.querySelectorAll(".site-head, .modes")) {
      const spot = bar.getBoundingClientRect()
      const isStuck = getComputedStyle(bar).position.endsWith("sticky") && spot.top <= top + 1
      if (isStuck) top = Math.max(top, spot.bottom)
    }
    const foot = document.querySelector(".contents-bar")
    const spot = foot && foot.getBoundingClientRect()
    return { top, bottom: spot && spot.height ? spot.top : document.documentElement.clientHeight }
  }

  /** Puts a box beside its mark, inside the window; one that the look holds fast in the window stays where it is. */
  function place(/** @type {HTMLElement} */ mark, /** @type {HTMLElement} */ box) {
    if (!box.offsetParent) return
    const lines = mark.getClientRects()
    const first = lines[0] || mark.getBoundingClientRect()
    const { top, bottom } = free()
    const lowest = bottom - box.offsetHeight
    const below = (lines[lines.length - 1] || first).bottom + GAP
    const above = first.top - GAP - box.offsetHeight
    const wanted = below > lowest && above >= top ? above : below
    const left = Math.max(EDGE, Math.min(first.left, document.documentElement.clientWidth - box.offsetWidth - EDGE))
    const frame = box.offsetParent.getBoundingClientRect()
    box.style.left = `${left - frame.left}px`
    box.style.top = `${Math.max(top, Math.min(wanted, lowest)) - frame.top}px`
  }

  return { place }
})()
