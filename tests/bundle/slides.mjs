// The slides in one browser, from a folder: node slides.mjs <browser> <path> <address>… ; prints what went wrong, as JSON.
import { open } from "./browsers.mjs"

const [name, executablePath, ...addresses] = process.argv.slice(2)
const { browser, faults, requests, newPage } = await open(name, executablePath, "file:")
const KEYS = [["ArrowRight", 2], ["PageDown", 3], [" ", 4], ["ArrowLeft", 3], ["PageUp", 2], ["End", 14], ["Home", 1]]

/** What is shown alone: the id of its heading. */
const shown = (page) =>
  page.evaluate(() => document.querySelector("dialog[open] .slides section:not([hidden]) h2")?.id ?? "")

const page = await newPage()
for (const address of addresses) {
  await page.goto(address)
  await page.click(".slides-start")
  await page.waitForSelector("dialog[open]", { timeout: 10_000 })
  for (const [key, number] of KEYS) {
    await page.keyboard.press(key)
    const found = await shown(page)
    if (found !== `slide-${number}`) faults.push(`${address}: ${key} leads to ${found}, not slide-${number}`)
  }
  await page.click(".slide-stop")
  await page.waitForSelector("dialog[open]", { hidden: true, timeout: 10_000 })
  await page.goto("about:blank")
  await page.goto(`${address}#slide-7`)
  if ((await shown(page)) !== "slide-7") faults.push(`${address}#slide-7 does not open at its slide`)
}
await browser.close()
console.log(JSON.stringify([...faults, ...requests]))
