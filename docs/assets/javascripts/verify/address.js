// An address, in any of the forms in which people have it → the policy and the place that it names; what
// scripts/verify/match/addresses.py does, and says.
// @ts-check
"use strict"

/** @typedef {{written: string, policy: string, anchor: string, language: Language | null, quote: string}} Cited */

var ArchiveAddress = (() => {
  const ID = "([a-z][a-z0-9]*(?:-[a-z0-9]+)*-[0-9]{4})"
  const PATH = new RegExp(`^(?:.*?/)??(en/)?(?:policies|id)/${ID}(?:[/.].*)?$`)
  const BARE = new RegExp(`^${ID}$`)

  /** What an address names; null where it is none of the archive's. @returns {Cited | null} */
  function read(/** @type {string} */ text, /** @type {string[]} */ known) {
    const written = text.trim()
    const [, host, path, query, fragment] = /^((?:[a-z]+:)?\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#[^]*)?$/i.exec(written) || []
    if (path === undefined) return null
    const bare = host ? null : BARE.exec(path)
    const match = bare ? [path, undefined, bare[1]] : PATH.exec(decode(path))
    if (!match || !(known.includes(match[2] || "") || isOurs(written))) return null
    const quote = new URLSearchParams(query || "").get("quote") || ""
    return { written, policy: match[2] || "", anchor: readAnchor(fragment || ""), language: bare ? null : match[1] ? "en" : "zh", quote }
  }

  /** The anchor that a fragment means: without a text fragment, what a sentence puts around it, and the edition. */
  function readAnchor(/** @type {string} */ fragment) {
    const text = decode(fragment).split(":~:")[0].toLowerCase().replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "")
    return text.replace(/^edition-\d+(?:-title$|-|$)/, "")
  }

  function decode(/** @type {string} */ text) {
    try {
      return decodeURIComponent(text)
    } catch (_) {
      return text // a lone % stays as it is
    }
  }

  /** Whether an address is on the archive's own host, or names no host. */
  function isOurs(/** @type {string} */ written) {
    return !written.includes("//") || written.startsWith(ArchiveSearchData.head.root)
  }

  return { read }
})()
