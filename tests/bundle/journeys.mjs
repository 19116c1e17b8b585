// What a trainer does with the bundle, in a browser, in both languages: node tests/bundle/journeys.mjs BROWSER PROGRAM ADDRESS
// where ADDRESS is that of the unzipped folder. Prints JSON: the journeys with what went wrong, the requests, the faults.
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { open } from "./browsers.mjs"

const [name, program, root, online] = process.argv.slice(2)
const isFolder = root.startsWith("file:")
const { browser, faults, requests, newPage } = await open(name, program, root)

/** Words that differ between the languages. */
const WORDS = {
  zh: { folder: "", city: "质量强市", food: "食品安全", save: "保存此表", hits: /policies\// },
  en: { folder: "en/", city: "quality", food: "food safety", save: "Save this table", hits: /en\/policies\// },
}

class Journey {
  constructor(page, language) {
    this.page = page
    this.language = language
    this.words = WORDS[language]
    this.root = root + this.words.folder
  }

  /** Opens a page of this language, by its path. */
  async visit(path, options = {}) {
    await this.page.goto(this.root + path, { waitUntil: "load", ...options })
  }

  /** Follows the link at a selector as a reader does, and waits for the page. */
  async follow(selector) {
    const before = this.page.url()
    await this.see(selector)
    await this.page.$eval(selector, (link) => link.scrollIntoView({ block: "center" }))
    // without the pointer where it still moves into its place, as the menu of a phone does
    await this.page.click(selector).catch(() => this.page.$eval(selector, (link) => link.click()))
    await this.until(async () => this.page.url() !== before, `the address changes after ${selector}`)
    await this.isRead()
    if (isFolder) this.isAt(/index\.html(?:[?#]|$)/)
  }

  async see(selector) {
    try {
      return await this.page.waitForSelector(selector, { visible: true, timeout: 60_000 })
    } catch {
      throw new Error(`${selector} is not to be seen on ${this.page.url()}`)
    }
  }

  /** Waits until the page in another language is there and read to its end. */
  async becomes(language) {
    const isThere = (wanted) => document.documentElement.lang === wanted && document.readyState === "complete"
    await this.until(() => this.page.evaluate(isThere, language), `the page is there in ${language}`)
  }

  async until(holds, words) {
    for (const end = Date.now() + 60_000; Date.now() < end; ) {
      if (await Promise.resolve(holds()).catch(() => false)) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`not so: ${words}; the page is ${this.page.url()}`)
  }

  isAt(pattern) {
    const address = decodeURIComponent(this.page.url().slice(root.length).replaceAll("+", "%20"))
    if (isFolder && !this.page.url().startsWith(root)) throw new Error(`left the bundle: ${this.page.url()}`)
    if (!pattern.test(address)) throw new Error(`${address} is not ${pattern}`)
  }

  text(selector) {
    return this.page.$eval(selector, (element) => element.textContent)
  }

  /** Waits until the page is read to its end: its address changes before that. */
  async isRead() {
    await this.until(() => this.page.evaluate(() => document.readyState === "complete"), "the page is loaded")
  }

  async hasPlace() {
    await this.isRead()
    const there = await this.page.evaluate(() => Boolean(document.getElementById(decodeURIComponent(location.hash.slice(1)))))
    if (!there) throw new Error(`${this.page.url()} names a place that is not there`)
  }

  async ask(words) {
    await this.page.bringToFront()
    await this.page.click(".site-search-input")
    await this.page.$eval(".site-search-input", (field) => (field.value = ""))
    await this.page.type(".site-search-input", words)
    await this.see(".site-search-item")
  }
}

/** The journeys; each goes in both languages. */
const JOURNEYS = {
  async "from the first page to a policy and a place in it"(j) {
    await j.visit("index.html")
    await j.follow(".home-policies a[href*='policies/']")
    await j.follow(".contents a[href='#s1-1']").catch(() => j.isAt(/#s1-1$/))
    await j.hasPlace()
  },
  async "from the large search box to a hit"(j) {
    await j.visit("index.html")
    await j.page.type("#home-query", j.words.city)
    await j.page.keyboard.press("Enter")
    await j.see(".hits a")
    j.isAt(/search\/index\.html\?/)
    await j.follow(".hits a")
    j.isAt(j.words.hits)
    await j.hasPlace()
  },
  async "from the small search box to a hit"(j) {
    await j.visit("topics/index.html")
    await j.ask(j.words.food)
    await j.follow(".site-search-item[href*='#']")
    await j.hasPlace()
  },
  async "a search in Traditional characters and in the other language"(j) {
    await j.visit("terms/index.html")
    await j.ask("質量強市")
    await j.ask(j.language === "en" ? "食品安全" : "food safety")
    await j.visit(`search/index.html?query=${encodeURIComponent("質量強市")}`)
    await j.see(".hits a")
  },
  async "a search that finds nothing says so"(j) {
    await j.visit(`search/index.html?query=${encodeURIComponent("杳无此词zzqx")}`)
    await j.until(async () => (await j.text(".search-page-status")).trim().length > 0, "the page says what it found")
    if (await j.page.$(".hits a")) throw new Error("there are hits")
  },
  async "a search kept to one policy"(j) {
    await j.visit(`search/index.html?query=${encodeURIComponent(j.words.city)}&policy=jilin-2018`)
    await j.see(".hits a")
    const others = await j.page.$$eval(".hits a", (links) => links.filter((link) => !link.href.includes("jilin-2018")).length)
    if (others) throw new Error(`${others} hits are of other policies`)
  },
  async "a term explained where it stands, and its page"(j) {
    await j.visit("policies/jinan-2018/index.html")
    const mark = 'a[role="doc-glossref"]'
    await j.see(mark)
    await j.page.$eval(mark, (link) => link.scrollIntoView({ block: "center" }))
    await j.page.click(mark)
    await j.see(".archive-popover button")
    await j.follow(".archive-popover a")
    j.isAt(/terms\//)
  },
  async "a note opened and closed by keys"(j) {
    await j.visit("policies/jinan-2018/index.html")
    await j.page.$eval('a[role="doc-noteref"]', (mark) => mark.focus())
    await j.page.keyboard.press("Enter")
    await j.see(".archive-popover button")
    await j.page.keyboard.press("Escape")
    await j.until(async () => !(await j.page.$(".archive-popover")), "the note is closed")
  },
  async "both languages side by side"(j) {
    await j.visit("policies/hangzhou-2018/index.html")
    await j.follow(".modes a[href^='parallel/']")
    j.isAt(/parallel\/index\.html/)
    const languages = await j.page.$$eval(".page-article [lang]", (parts) => [...new Set(parts.map((part) => part.lang))].sort())
    if (!languages.includes("en") || !languages.includes("zh-Hans")) throw new Error(`only ${languages}`)
  },
  async "the other language at the same place"(j) {
    await j.visit("policies/jinan-2018/index.html#s2-3")
    const other = j.language === "en" ? "zh-Hans" : "en"
    await j.page.$eval(`a.language-link[hreflang="${other}"]`, (element) => element.click())
    await j.becomes(other)
    j.isAt(/policies\/jinan-2018\/index\.html.*#s2-3$/)
    await j.hasPlace()
  },
  async "a filtered and sorted list, kept in its address and in the other language"(j) {
    await j.visit("indicators/matrix/index.html")
    await j.page.select("select[name='topic']", "brands")
    await j.page.click("table.sortable thead th:nth-child(1) button")
    await j.page.click("table.sortable thead th:nth-child(1) button")
    j.isAt(/topic=brands&sort=-1$/)
    const rows = () => j.page.$$eval("tbody tr", (all) => all.filter((row) => !row.hidden).map((row) => row.cells[0].textContent))
    const shown = await rows()
    await j.page.reload()
    await j.see("table.sortable thead button")
    const again = await rows()
    if (shown.length < 2 || shown.join() !== again.join()) throw new Error(`${shown.length} rows, then ${again.length}, or in another order`)
    await j.page.$eval("a.language-link[hreflang]", (element) => element.click())
    const other = j.language === "en" ? "zh-Hans" : "en"
    await j.becomes(other)
    j.isAt(/topic=brands&sort=-1$/)
    if ((await rows()).length !== shown.length) throw new Error("the other language shows other rows")
  },
  async "a dark appearance, kept from page to page"(j) {
    await j.visit("index.html")
    const isDark = () => j.page.evaluate(() => document.documentElement.dataset.mdColorScheme === "slate")
    await j.page.$eval("[name='appearance'][value='dark']", (choice) => choice.click())
    await j.until(isDark, "the page is dark")
    await j.follow(".home-policies a[href*='policies/']")
    await j.until(isDark, "the next page is dark")
    await j.page.$eval("[name='appearance'][value='auto']", (choice) => choice.click())
    await j.follow(".site-menu a[href*='topics/']")
    await j.until(async () => !(await isDark()), "the page after it is not")
  },
  async "the online address of a paragraph, copied"(j) {
    await j.visit("policies/yantai-2018/index.html")
    const sign = "a.policy-address"
    await j.page.$eval(sign, (link) => link.scrollIntoView({ block: "center" }))
    await j.page.click(sign)
    await j.until(async () => (await j.page.$$(".cite-form")).length === 6, "the panel shows every form")
    await j.page.$$eval(".cite-form button", (buttons) => buttons.at(-1).click())
    await j.until(async () => (await j.text(".archive-toast")).includes(`${online}${j.words.folder}policies/yantai-2018/#`), "the online address is copied")
  },
  async "every download of the data page is there"(j) {
    await j.visit("data/index.html")
    const links = await j.page.$$eval(".page-article a[href]", (all) => all.map((link) => link.href))
    const files = links.filter((link) => link.startsWith(root) && !link.includes("index.html"))
    if (files.length < 10) throw new Error(`only ${files.length} downloads`)
    const lost = isFolder ? files.filter((file) => !existsSync(fileURLToPath(file))) : []
    if (lost.length) throw new Error(`${lost} are not there`)
  },
  async "an indicator with its picture, and a target's place"(j) {
    await j.visit("indicators/index.html")
    await j.follow(".entries > li > a")
    await j.follow(".page-article table a[href*='#']")
    j.isAt(/policies\/[^/]+\/index\.html.*#/)
    await j.hasPlace()
  },
  async "a table saved for a spreadsheet"(j) {
    await j.visit("indicators/matrix/index.html")
    await j.page.evaluate(() => {
      URL.createObjectURL = (blob) => ((globalThis.saved = blob), "#")
    })
    await j.page.$eval(".matrix-tools button", (button) => button.click())
    const text = await j.page.evaluate(() => globalThis.saved.text())
    if (text.split("\r\n").length < 25) throw new Error("the file has too few lines")
  },
  async "an organisation, and where it leads"(j) {
    await j.visit("organisations/index.html")
    await j.follow(".entries > li > a")
    await j.follow(".page-article a[href*='policies/'][href*='#']")
    await j.hasPlace()
  },
  async "a cited document, and who cites it"(j) {
    await j.visit("documents/index.html")
    await j.page.$$eval(".entries details", (folds) => folds.forEach((fold) => (fold.open = true)))
    await j.follow(".page-article a[href*='policies/'][href*='#']")
    await j.hasPlace()
  },
  async "a topic across places"(j) {
    await j.visit("topics/index.html")
    await j.follow(".page-article a[href$='/index.html']")
    await j.follow(".page-article a[href*='policies/'][href*='#']")
    await j.hasPlace()
  },
  async "a worksheet of two sections with their codes, printed, and in the other language"(j) {
    const items = () => j.page.$$eval(".worksheet-item svg.worksheet-code", (codes) => codes.length)
    await j.visit("about/for-trainers/worksheets/index.html")
    await j.see("[data-policy='jinan-2018'] summary")
    await j.page.click("[data-policy='jinan-2018'] summary")
    for (const anchor of ["s1-3-1", "s2-1"]) {
      const box = `[data-policy='jinan-2018'] input[value='${anchor}']`
      await j.see(box)
      await j.page.$eval(box, (each) => each.click())
    }
    await j.page.$eval("input[name='figures']", (each) => each.click())
    await j.until(async () => (await items()) === 2, "each section has its code")
    const addresses = await j.page.$$eval(".worksheet-item .worksheet-address", (all) => all.map((each) => each.textContent))
    if (addresses.join() !== ["s1-3-1", "s2-1"].map((anchor) => `${online}${j.words.folder}policies/jinan-2018/#${anchor}`).join()) throw new Error(`not ${addresses}`)
    if ((await j.page.$$(".worksheet-blank sup")).length < 20) throw new Error("no figures are left out")
    await j.page.evaluate(() => (globalThis.print = () => (globalThis.printed = true)))
    await j.page.$eval(".worksheet-print", (button) => button.click())
    if (!(await j.page.evaluate(() => globalThis.printed))) throw new Error("nothing is printed")
    j.isAt(/\?jinan-2018=s1-3-1\.s2-1&figures=yes$/)
    await j.page.$eval("a.language-link[hreflang]", (element) => element.click())
    const other = j.language === "en" ? "zh-Hans" : "en"
    await j.becomes(other)
    await j.until(async () => (await items()) === 2, "the other language has the same worksheet")
  },
  async "every change to a text, and the place of one"(j) {
    await j.visit("policies/youxian-2023/index.html")
    await j.follow("a[href^='edits/']")
    await j.follow(".page-article a[href*='index.html#']")
    await j.hasPlace()
  },
  async "an address typed loosely, and one that is not there"(j) {
    await j.visit("policies/jinan-2018/index.html#S2-3。")
    await j.until(() => j.page.evaluate(() => location.hash === "#s2-3"), "the place is found")
    await j.page.evaluate(() => (location.hash = "#s2-99"))
    await j.see(".archive-no-place a")
  },
  async "a permanent address leads on to the place, and its list to both texts"(j) {
    await j.page.goto(`${root}id/jinan-2018/index.html#s1-1-p1`).catch(() => undefined) // which leads on at once
    await j.until(() => /policies\/jinan-2018\/index\.html#s1-1-p1$/.test(j.page.url()), "the policy is shown")
    await j.hasPlace()
    await j.follow(".policy-all-addresses a")
    j.isAt(/id\/jinan-2018\/index\.html\?list$/)
    await j.follow("#s1-1-p1 td:last-child a")
    await j.hasPlace()
  },
  async "the menu and the search on a phone"(j) {
    await j.page.setViewport({ width: 360, height: 740 })
    await j.visit("policies/jinan-2018/index.html")
    await j.page.$eval(".menu-button", (button) => button.click())
    await j.follow(".site-menu a[href*='documents/']")
    await j.ask(j.words.food)
    const fits = () => j.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    await j.until(fits, "the page is no wider than the phone, once nothing moves any more")
  },
}

// each journey in one language: from a folder Firefox goes in the other than Chromium, and so does Chromium below a server
const chosen = ["zh", "en"]
if (isFolder && name === "chromium") chosen.reverse()
const journeys = []
const page = await newPage() // all in one tab, as a trainer goes
for (const [index, [words, go]] of Object.entries(JOURNEYS).entries()) {
  const language = chosen[index % 2]
  let error = ""
  await page.setViewport({ width: 1280, height: 900 })
  try {
    await go(new Journey(page, language))
  } catch (fault) {
    error = String(fault.message ?? fault)
  }
  console.error(`${name} · ${language} · ${words}: ${error || "done"}`)
  journeys.push({ journey: words, language, error })
  await page.goto("about:blank")
}
await browser.close()
console.log(JSON.stringify({ journeys, requests, faults }))
