// The sign behind a heading or paragraph copies the permanent address of its place.
// @ts-check
"use strict"

;(() => {
  const { WORDS, linkOf } = ArchivePage
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let silence

  /** The permanent online address of a place on this page, also from an offline copy. */
  function addressOf(/** @type {string} */ hash) {
    /** @type {HTMLMetaElement | null} */
    const root = document.querySelector('meta[name="archive-address"]')
    return (root?.content || location.href.split("#")[0]) + hash
  }

  /** The message that is shown for a while, made when it is first wanted. */
  function makeToast() {
    const toast = document.createElement("p")
    toast.className = "archive-toast"
    toast.setAttribute("role", "status")
    document.body.append(toast)
    return toast
  }

  /** Shows a message for a while, and to screen readers. */
  function say(/** @type {string} */ message) {
    const toast = document.querySelector(".archive-toast") ?? makeToast()
    toast.textContent = message
    clearTimeout(silence)
    silence = setTimeout(() => (toast.textContent = ""), 4000)
  }

  /** Puts a text on the clipboard; where the browser forbids it (file:), through a selection. */
  async function copy(/** @type {string} */ text) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      const field = document.createElement("textarea")
      field.value = text
      field.style.position = "fixed"
      field.style.opacity = "0"
      document.body.append(field)
      field.select()
      const done = document.execCommand("copy")
      field.remove()
      return done
    }
  }

  document.addEventListener("click", async (event) => {
    const link = linkOf(event, "a.policy-address")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    history.replaceState(null, "", link.hash)
    const address = addressOf(link.hash)
    say(((await copy(address)) ? WORDS.copied : WORDS.failed) + address)
  })
})()
