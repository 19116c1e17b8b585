// What can be said of a policy when it is cited: every form and record, what people call its places, how quotations may read.
// It comes with `data/citations/<policy>.js`, a script, for a folder allows nothing else; there its texts have holes.
// @ts-check
"use strict"

const ArchiveCiting = (() => {
  const { LANGUAGE, said } = ArchivePage
  const COLUMN = LANGUAGE === "zh" ? 0 : 1

  /** @typedef {[key: string, names: string[], texts: string[], langs: string[]]} Form */
  /** @typedef {[anchor: string, printed: string, received: string, proposed: string]} Reading */
  /** @typedef {{id: string, addresses: string[], forms: Form[], records: string[][], places: Record<string, string[]>, readings: Reading[], traditional: string, drafts?: string[]}} Source */

  /** @typedef {[edition: number, dateZh: string, dateEn: string, changes: [anchor: string, column: number, before: string, after?: string][]]} Former What an edition changed; of a heading also what stands there now. */

  /** @type {Map<string, Source>} */
  const sources = new Map()
  /** @type {Map<string, Promise<void>>} */
  const loading = new Map()

  /** Takes what can be said of a policy; its script calls this. */
  function put(/** @type {Source} */ value) {
    sources.set(value.id, value)
  }

  /** @type {Map<string, Former[]>} */
  const formers = new Map()

  /** Takes what stood at the addresses of a policy in earlier editions; its script calls this. */
  function remember(/** @type {[policy: string, former: Former[]]} */ [policy, former]) {
    formers.set(policy, former)
  }

  /** Brings what stood at the addresses of a policy in earlier editions, the latest first; nothing where it cannot be had. */
  async function loadFormer(/** @type {string} */ policy) {
    if (policy) await bring(`${base()}/data/citations/${policy}.former.js`)
    return formers.get(policy) || []
  }

  /** The permanent address of this page online, also from an offline copy; nothing where it has none of its own. */
  function pageAddress() {
    return said("archive-address")
  }

  /** The policy that an address leads to, or that this page is of; empty where there is none. */
  function policyOf(address = pageAddress()) {
    const [, policy] = /\/policies\/([^/]+)\//.exec(address) || ["", ""]
    return policy
  }

  /** Where the site begins, as this page calls it. */
  function base() {
    return document.documentElement.getAttribute("data-root") || "."
  }

  /** Brings what can be said of a policy; null where that cannot be had. */
  async function load(/** @type {string} */ policy) {
    if (policy) await bring(`${base()}/data/citations/${policy}.js`)
    return sources.get(policy) || null
  }

  /** Runs a script of the site once; one that failed is tried again when it is next wanted. */
  async function bring(/** @type {string} */ address) {
    const own = loading.get(address) || loadScript(address)
    loading.set(address, own)
    try {
      await own
    } catch (_) {
      loading.delete(address)
    }
  }

  /** Runs a script of the site. */
  function loadScript(/** @type {string} */ address) {
    return new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
      const script = document.createElement("script")
      script.src = address
      script.addEventListener("load", () => resolve())
      script.addEventListener("error", reject)
      document.head.append(script)
    })
  }

  /** What people call a place of the policy; nothing where it is the policy as a whole. */
  function nameOf(/** @type {Source} */ policy, /** @type {string} */ anchor, /** @type {number} */ column) {
    return (policy.places[anchor] || [])[column] || ""
  }

  /** The reader's day, as 2026-11-29. */
  function today() {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
  }

  /** Whether any English at a place of the policy is a draft, which nobody has confirmed yet. */
  function hasDraft(/** @type {Source} */ { drafts = [] }, /** @type {string} */ anchor) {
    return drafts.some((draft) => !anchor || draft === anchor || draft.startsWith(`${anchor}-`))
  }

  /** What the holes of a text in a language are filled with, for a place of the policy; "" means the policy as a whole. */
  function valuesFor(/** @type {Source} */ policy, /** @type {string} */ anchor, /** @type {number} */ column, quote = "") {
    const accessed = today()
    const isDraft = column === 1 && hasDraft(policy, anchor)
    const [year, month, day] = accessed.split("-").map(Number)
    const long = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" })
    return /** @type {Record<string, string>} */ ({
      place: nameOf(policy, anchor, column),
      address: policy.addresses[quote ? COLUMN : column] + (quote && `?quote=${encodeURIComponent(quote)}`) + (anchor && `#${anchor}`),
      quote,
      draft: isDraft ? "draft" : "",
      drafted: isDraft ? "draft translation" : "",
      accessed,
      day: long.format(new Date(year, month - 1, day)),
      parts: `${year}, ${month}, ${day}`,
    })
  }

  const HOLE = /\{([^\w{}]*)(place|address|accessed|day|parts|quote|draft|drafted)([^\w{}]*)\}/g

  /** A text with its holes filled; what is not there takes what joins it along (scripts/write/citing/forms.py). */
  function fill(/** @type {string} */ template, /** @type {Record<string, string>} */ values) {
    return template.replace(HOLE, (_, before, name, after) => (values[name] ? before + values[name] + after : ""))
  }

  /** A record with its holes filled, without the lines for which there is nothing. */
  function fillRecord(/** @type {string} */ template, /** @type {Record<string, string>} */ values) {
    const lines = (template.match(/[^\n]*\n|[^\n]+$/g) || []).filter((line) => {
      const holes = line.match(HOLE) || []
      return !holes.length || holes.some((hole) => fill(hole, values))
    })
    return lines.map((line) => fill(line, values)).join("")
  }

  return { put, remember, load, loadFormer, base, nameOf, pageAddress, policyOf, valuesFor, fill, fillRecord }
})()
