// A picture of figures as the page shows it → one drawing to take away: always on white, of one width, with its source,
// the archive's name, the page's address and the day of the last change in it. It is SVG in itself and loads nothing.
// @ts-check
"use strict"

const ArchiveSheet = (() => {
  const SVG = "http://www.w3.org/2000/svg"
  const WIDTH = 800
  const EDGE = 28
  const NAMES = 300 // as wide are the names of places
  const VALUES = 110 // and the values beside the last dots
  const LATIN = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "DejaVu Sans"'
  const CHINESE = '"PingFang SC", "Microsoft YaHei", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"'
  const SANS = `${ArchivePage.LANGUAGE === "zh" ? `${CHINESE}, ${LATIN}` : `${LATIN}, ${CHINESE}`}, sans-serif`
  const STYLE =
    `text{font-family:${SANS};fill:#222}.title{font-size:22px;font-weight:700}.small{font-size:13px;fill:#555}.name,.value{font-size:15px;font-weight:700}` +
    ".value{stroke:#fff;stroke-width:4px;paint-order:stroke}.grid{stroke:#ddd}.target path,.baseline path{fill:#97291f;stroke:#97291f;stroke-width:1}" +
    ".baseline path{fill:#fff;stroke-width:2}.target .arrow,.baseline .arrow{fill:none;stroke-width:2}.edge{fill:#a3241a}.ground{fill:#fff}"

  /** The words of an element within another, white space evened; empty where it is not there. */
  function wordsOf(/** @type {ParentNode} */ within, /** @type {string} */ selector) {
    const found = within.querySelector(selector)
    return found ? (found.textContent || "").replace(/\s+/g, " ").trim() : ""
  }

  /** A new element of a drawing. */
  function draw(/** @type {string} */ tag, /** @type {Record<string, string | number>} */ values, text = "") {
    const element = document.createElementNS(SVG, tag)
    for (const name of Object.keys(values)) element.setAttribute(name, String(values[name]))
    element.textContent = text
    return element
  }

  const measure = document.createElement("canvas").getContext("2d")

  /** How wide words are in a size. */
  function widthOf(/** @type {string} */ text, /** @type {number} */ size, isBold = false) {
    if (!measure) return text.length * size
    measure.font = `${isBold ? "700 " : ""}${size}px ${SANS}`
    return measure.measureText(text).width
  }

  /**
   * Words in lines no wider than this: broken at blanks, and between Chinese characters, but before no closing sign.
   * @param {string} text
   * @param {number} size
   * @param {number} width
   * @returns {string[]}
   */
  function wrap(text, size, width) {
    const pieces = text.match(/[《“（(]*[A-Za-z0-9\u00c0-\u024f.:/?=&%#_’'()–-]+[，。；：、）》”,;]*\s?|[《“（]*[^A-Za-z0-9]?[，。；：、）》”]*\s?/g) || []
    const lines = [""]
    for (const piece of pieces) {
      const longer = lines[lines.length - 1] + piece
      if (lines[lines.length - 1] && widthOf(longer.trim(), size) > width) lines.push(piece)
      else lines[lines.length - 1] = longer
    }
    return lines.map((line) => line.trim()).filter((line) => line)
  }

  /** A drawing that grows downwards. */
  class Sheet {
    constructor() {
      this.root = draw("svg", { xmlns: SVG, width: WIDTH })
      this.root.append(draw("style", {}, STYLE), draw("rect", { class: "ground", width: "100%", height: "100%" }))
      this.root.append(draw("rect", { class: "edge", width: WIDTH, height: 4 }))
      this.y = 20
    }

    /** Sets words in lines and returns the place under them. */
    set(/** @type {string} */ text, /** @type {string} */ cls, /** @type {number} */ size, x = EDGE, width = WIDTH - 2 * EDGE, from = this.y) {
      let y = from
      for (const line of wrap(text, size, width)) {
        y += size * 1.5
        this.root.append(draw("text", { class: cls, x, y: y - size * 0.35 }, line))
      }
      return y
    }

    /** The finished drawing. */
    finish() {
      const height = Math.ceil(this.y + 20)
      this.root.setAttribute("height", String(height))
      this.root.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`)
      return this.root
    }
  }

  /** Where a percentage of the scale stands across a sheet. */
  function across(/** @type {Element} */ element, name = "x") {
    const share = parseFloat(element.getAttribute(name) || "0") / 100
    return EDGE + NAMES + share * (WIDTH - 2 * EDGE - NAMES - VALUES)
  }

  /** A sign of the page at a place of the sheet. */
  function sign(/** @type {Element} */ element, /** @type {number} */ x, /** @type {number} */ y) {
    const copy = /** @type {SVGElement} */ (element.cloneNode(true))
    copy.setAttribute("x", x.toFixed(1))
    copy.setAttribute("y", y.toFixed(1))
    for (const text of copy.querySelectorAll("text")) text.setAttribute("class", "value")
    return copy
  }

  /** Draws a figure's line, names to the left and the dot on its scale. */
  function drawRow(/** @type {Sheet} */ sheet, /** @type {Element} */ row) {
    const top = sheet.y
    const head = `${wordsOf(row, "b")} ${wordsOf(row, ".picture-year")}`
    const named = sheet.set(head, "name", 15, EDGE, NAMES - 12, top)
    const bottom = Math.max(sheet.set(wordsOf(row, ".picture-measure"), "small", 13, EDGE, NAMES - 12, named) + 8, top + 32)
    for (const line of row.querySelectorAll("line")) {
      const x = across(line, "x1")
      sheet.root.append(draw("line", { class: "grid", x1: x, x2: x, y1: top, y2: bottom }))
    }
    for (const mark of row.querySelectorAll("svg > svg")) sheet.root.append(sign(mark, across(mark), (top + bottom) / 2))
    sheet.y = bottom
  }

  /** Draws the numbers under the lines. */
  function drawAxis(/** @type {Sheet} */ sheet, /** @type {Element} */ figure) {
    for (const text of figure.querySelectorAll(".picture-axis text")) {
      const at = { class: "small", x: across(text), y: sheet.y + 16, "text-anchor": "middle" }
      sheet.root.append(draw("text", at, text.textContent || ""))
    }
    sheet.y = Math.max(sheet.set(wordsOf(figure, ".picture-cut"), "small", 13, EDGE, NAMES - 12), sheet.y + 20) + 6
  }

  /** Draws what the signs mean. */
  function drawLegend(/** @type {Sheet} */ sheet, /** @type {Element} */ figure) {
    let x = EDGE
    for (const item of figure.querySelectorAll(".picture-legend li")) {
      const words = (item.textContent || "").trim()
      const mark = item.querySelector("svg > svg")
      const width = (mark ? 26 : 0) + widthOf(words, 13) + 24
      if (x > EDGE && x + width > WIDTH - EDGE) {
        x = EDGE
        sheet.y += 20
      }
      if (mark) {
        const share = parseFloat(mark.getAttribute("x") || "0") / 100
        sheet.root.append(sign(mark, x + 20 * share, sheet.y + 10))
      }
      sheet.root.append(draw("text", { class: "small", x: x + (mark ? 26 : 0), y: sheet.y + 15 }, words))
      x += width
    }
    if (x > EDGE) sheet.y += 24
  }

  /** Who states this, where, and as of when: the archive's name, the page's address, the day of the last change. */
  function origin() {
    const change = document.querySelector(".foot-change")
    const address = document.documentElement.getAttribute("data-address") || location.href
    return [wordsOf(document, ".site-name"), address, change ? (change.textContent || "").trim() : ""].filter((words) => words)
  }

  /**
   * The picture as it is shown now, to take away.
   * @param {HTMLElement} figure
   * @returns {SVGElement}
   */
  function makeSheet(figure) {
    const sheet = new Sheet()
    const title = wordsOf(figure, ".picture-title")
    sheet.root.append(draw("title", {}, title))
    sheet.y = sheet.set(title, "title", 22)
    sheet.y = sheet.set(wordsOf(figure, ".picture-unit"), "small", 13) + 10
    for (const row of figure.querySelectorAll(".picture-row:not([hidden])")) drawRow(sheet, row)
    drawAxis(sheet, figure)
    drawLegend(sheet, figure)
    sheet.y = sheet.set(wordsOf(figure, ".picture-source"), "small", 13)
    sheet.y = sheet.set(origin().join(ArchivePage.LANGUAGE === "zh" ? "，" : ", "), "small", 13)
    return sheet.finish()
  }

  return { WIDTH, makeSheet }
})()
