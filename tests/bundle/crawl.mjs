// Opens pages of an unzipped bundle in a browser, from the folder, and follows every link that stands on them once their
// scripts have run: each ends in a file that is there, and each place that a link names is on its page. The last argument is
// `all`, or `kinds`: a page of each kind in Chromium, in Firefox the same in the other language.
import { existsSync, readFileSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { open } from "./browsers.mjs"

const [name, executablePath, root, extent] = process.argv.slice(2)
const folder = fileURLToPath(root)
/** Of these each page is as another: terms/quality-city/index.html is of the kind terms/∗/index.html. */
const ALIKE = ["id", "indicators", "organisations", "policies", "terms", "topics"]
const pages = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".html")).sort()
const { browser, faults, requests, newPage } = await open(name, executablePath, root)

/** The places that each opened page has, by its address. @type {Map<string, Set<string>>} */
const places = new Map()
const page = await newPage()

/** The address of a page of the folder. */
function addressOf(/** @type {string} */ path) {
  return root + path.split(/[\\/]/).map(encodeURIComponent).join("/")
}

/** What pages are alike to it: its path without the language's folder, and without a name that is one of many. */
function kindOf(/** @type {string} */ path) {
  const [room, ...rest] = path.replace(/^en[\\/]/, "").split(/[\\/]/)
  if (ALIKE.includes(room) && rest.length > 1) rest[0] = "*"
  return [room, ...rest].join("/").replace(/[^/]+(?<!\/index)\.html$/, "*.html")
}

/** One page of each kind, by turns in either language; another browser takes the other. */
function onePerKind() {
  /** @type {Map<string, string[]>} */
  const kinds = new Map()
  for (const path of pages) kinds.set(kindOf(path), [...(kinds.get(kindOf(path)) ?? []), path])
  return [...kinds.values()].map((alike, number) => {
    const isWanted = (/** @type {string} */ path) => path.startsWith("en") === (number % 2 === Number(name === "firefox"))
    return alike.find(isWanted) ?? alike[0]
  })
}

/** Whether a page has a place: its file says so, or else the browser, once its scripts have run. */
async function has(/** @type {string} */ address, /** @type {string} */ place) {
  if (!places.has(address) && readFileSync(fileURLToPath(address), "utf8").includes(` id="${place}"`)) return true
  if (!places.has(address)) await read(address)
  return places.get(address)?.has(place)
}

/** What stands on a page once its scripts have run: its links and its places. */
async function read(/** @type {string} */ address) {
  await page.goto(address, { waitUntil: "load" })
  const { links, ids } = await page.evaluate(() => ({
    links: [...document.querySelectorAll("a[href]")].map((link) => /** @type {HTMLAnchorElement} */ (link).href),
    ids: [...document.querySelectorAll("[id], a[name]")].map((element) => element.id || element.getAttribute("name") || ""),
  }))
  places.set(address, new Set(ids))
  return new Set(links)
}

let links = 0
/** @type {Set<string>} */
const dead = new Set()
/** The places of other pages that links name. @type {Map<string, Set<string>>} */
const named = new Map()
for (const path of extent === "all" ? pages : [...onePerKind()]) {
  for (const link of await read(addressOf(path))) {
    links++
    if (!link.startsWith(root)) {
      if (!/^(?:https?|mailto|blob|data):/.test(link)) dead.add(`${path}: ${link}`)
      continue
    }
    const url = new URL(link)
    const place = decodeURIComponent(url.hash.slice(1).split(":~:")[0])
    url.hash = url.search = ""
    if (!existsSync(fileURLToPath(url)) || url.pathname.endsWith("/")) dead.add(`${path}: ${link}`)
    else if (place && url.pathname.endsWith(".html")) named.set(url.href, (named.get(url.href) ?? new Set()).add(place))
  }
}
for (const [address, wanted] of named) {
  for (const place of wanted) if (!(await has(address, place))) dead.add(`${address}#${place}`)
}
await browser.close()
console.log(JSON.stringify({ pages: places.size, links, dead: [...dead], requests, faults }))
