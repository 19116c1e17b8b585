// The frame: on a phone the menu folds behind a button; the foot offers the appearance.
// @ts-check
"use strict"

;(() => {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".menu-button"))
  const menu = document.querySelector(".site-menu")
  const choices = /** @type {HTMLFieldSetElement | null} */ (document.querySelector(".appearance"))

  function fold(/** @type {boolean} */ isOpen) {
    if (!button || !menu) return
    button.setAttribute("aria-expanded", String(isOpen))
    menu.classList.toggle("is-open", isOpen)
  }

  /** Closes the menu and leaves the reader at its button. */
  function leave(/** @type {KeyboardEvent} */ event) {
    if (event.key !== "Escape" || !button || button.getAttribute("aria-expanded") !== "true") return
    fold(false)
    button.focus()
  }

  if (button) {
    button.hidden = false
    button.addEventListener("click", () => fold(button.getAttribute("aria-expanded") !== "true"))
    document.addEventListener("keydown", leave)
  }
  if (choices) {
    choices.hidden = false
    for (const input of choices.querySelectorAll("input")) {
      input.checked = input.value === ArchiveAppearance.chosen()
      input.addEventListener("change", () => ArchiveAppearance.choose(input.value))
    }
  }
})()
