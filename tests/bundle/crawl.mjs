// Opens the pages of an unzipped bundle in a browser, from the folder, and follows every link that stands on them once their
// scripts have run: each ends in a file that is there, and each place that a link names is on its page. The last argument says
// that only each so-many-th page is opened; 1 opens all.
import { existsSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { open } from "./browsers.mjs"

const [name, executablePath, root, step] = process.argv.slice(2)
const folder = fileURLToPath(root)
const pages = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".html")).sort()
const { browser, faults, requests, newPage } = await open(name, executablePath, root)

/** The places that each page has, by its address; filled as pages are opened or asked for. @type {Map<string, Set<string>>} */
const places = new Map()
const page = await newPage()

/** The address of a page of the folder. */
function addressOf(/** @type {string} */ path) {
  return root + path.split(/[\\/]/).map(encodeURIComponent).join("/")
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
const opened = pages.filter((_, number) => number % Number(step) === 0)
for (const path of opened) {
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
  if (!places.has(address)) await read(address)
  for (const place of wanted) if (!places.get(address)?.has(place)) dead.add(`${address}#${place}`)
}
await browser.close()
console.log(JSON.stringify({ pages: places.size, links, dead: [...dead], requests, faults }))
