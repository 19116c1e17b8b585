// A browser with default settings, which writes down every request that leaves a copy, and every fault.
import puppeteer from "puppeteer-core"

/** Chromium loads two pages of its own address bar with every window: more work than a page of the archive. */
const WITHOUT_OWN_PAGES = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup"

/** What starts each browser; both are driven by the same library, Firefox by WebDriver BiDi. */
const LAUNCH = {
  chromium: { args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", WITHOUT_OWN_PAGES] },
  firefox: { browser: "firefox" },
}

/**
 * A browser, what it found wrong, and what it asked for outside the copy at an address.
 * @param {"chromium" | "firefox"} name
 * @param {string} executablePath
 * @param {string} root
 */
export async function open(name, executablePath, root) {
  const browser = await puppeteer.launch({ ...LAUNCH[name], executablePath, headless: true, protocolTimeout: 120_000 })
  /** @type {string[]} */
  const faults = []
  /** @type {string[]} */
  const requests = []

  /** A new page, watched. */
  async function newPage(width = 1280) {
    const page = await browser.newPage()
    await page.setViewport({ width, height: 900 })
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`))
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`${page.url()}: ${message.text()}`)
    })
    page.on("request", (request) => {
      if (!request.url().startsWith(root) && !/^(?:data|blob):/.test(request.url())) requests.push(request.url())
    })
    page.on("requestfailed", (request) => faults.push(`${request.url()} cannot be loaded`))
    return page
  }

  return { browser, faults, requests, newPage }
}
