// The page for an address that is not there: the words of the address stand in the search field, and what is there at addresses
// near it is offered: the same without what a sentence left at its end, in the other language, above it, a policy of a near name.
// @ts-check
"use strict"

;(() => {
  const MOST = 3
  const LONGEST = 500 // characters: no address of the archive is so long
  const LETTERS = "0-9A-Za-z\\u00c0-\\u024f\\u3400-\\u4dbf\\u4e00-\\u9fff" // of which words of both languages consist
  const SPOKEN = new RegExp(`[${LETTERS}]`)
  const UNSPOKEN = new RegExp(`[^${LETTERS} ]+`)
  const WORDS = document.documentElement.lang.startsWith("zh") ? "您要找的也许是：" : "You may be looking for:"
  const list = /** @type {HTMLElement | null} */ (document.querySelector(".not-found-near"))
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("not-found-query"))
  if (!list || !field) return

  const root = new URL(list.dataset.root || "/", location.href).pathname.replace(/\/?\.?$/, "/")

  /** A path as it may be meant: half-width, in small letters, without what follows an address in a sentence. */
  function plain(/** @type {string} */ path) {
    const [start] = /^[\w./~-]*/.exec(path.slice(0, LONGEST).normalize("NFKC").toLowerCase()) || [""]
    return start.replace(/(?:index)?\.html?$/, "").replace(/\/{2,}/g, "/").replace(/[./-]*$/, "/").replace(/^\//, "")
  }

  /** How many letters two names differ by. */
  function distance(/** @type {string} */ a, /** @type {string} */ b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index)
    for (let i = 1; i <= a.length; i++) {
      const next = [i]
      for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]))
      row = next
    }
    return row[b.length]
  }

  /** The policy whose name is nearest to a part of the path, with what stands behind it; nothing where none is near. */
  async function nearPolicy(/** @type {string} */ path) {
    const [, before, name, rest] = /^((?:en\/)?policies\/)([^/]+)\/(.*)$/.exec(path) || []
    if (!name) return []
    /** @type {{id: string}[]} */
    const policies = await (await fetch(`${root}data/policies.json`)).json()
    const [near] = policies.map(({ id }) => ({ id, far: distance(id, name) })).sort((a, b) => a.far - b.far)
    return near && near.far * 2 <= name.length ? [`${before}${near.id}/${rest}`, `${before}${near.id}/`] : []
  }

  /** Paths that may be meant, the likeliest first. */
  async function candidates(/** @type {string} */ path) {
    const other = path.startsWith("en/") ? path.slice(3) : `en/${path}`
    const folders = path.split("/").slice(0, -2)
    const above = folders.map((_, index) => `${folders.slice(0, index + 1).join("/")}/`)
    const found = [path, ...(await nearPolicy(path).catch(() => [])), other, ...above.filter((step) => step !== "en/")]
    return [...new Set(found)].sort((a, b) => depth(b) - depth(a))
  }

  /** How many folders a path leads down, whatever its language. */
  function depth(/** @type {string} */ path) {
    return steps(path).length
  }

  /** The folders of a path, without that of a language. */
  function steps(/** @type {string} */ path) {
    return path.replace(/^en\//, "").split("/").filter((step) => SPOKEN.test(step) && !/^index\.html?$/.test(step))
  }

  /** A link to what is there at a path, by its title; null where nothing is. */
  async function linkTo(/** @type {string} */ path) {
    const answer = await fetch(root + path).catch(() => null)
    if (!answer || !answer.ok || !/^text\/html/.test(answer.headers.get("Content-Type") || "")) return null
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const link = document.createElement("a")
    link.href = root + path + (depth(path) === depth(asked) ? location.hash : "")
    link.lang = page.documentElement.lang
    link.textContent = page.title.replace(/ - [^-]*$/, "") // without the archive's own name
    return link
  }

  /** Offers what is there near the address. */
  async function offer(/** @type {HTMLElement} */ target, /** @type {string} */ path) {
    const links = await Promise.all((await candidates(path)).slice(0, 6).map(linkTo))
    const pages = links.filter((link) => link !== null)
    const isOwn = (/** @type {HTMLAnchorElement} */ link) => link.lang === document.documentElement.lang
    const found = (pages.some(isOwn) ? pages.filter(isOwn) : pages).slice(0, MOST)
    if (!found.length) return
    const lead = document.createElement("p")
    lead.append(WORDS)
    const items = found.map((link) => {
      const item = document.createElement("li")
      item.append(link)
      return item
    })
    const group = document.createElement("ul")
    group.append(...items)
    target.append(lead, group)
    target.hidden = false
  }

  let asked = location.pathname.slice(root.length)
  try {
    asked = decodeURIComponent(asked)
  } catch (_) {
    // a lone % stays as it is
  }
  field.value = (steps(asked).pop() || "").replace(/\.\w+$/, "").replace(/[-_+.\s]+/g, " ").split(UNSPOKEN).join("").trim()
  const path = plain(asked)
  if (path) offer(list, path)
})()
