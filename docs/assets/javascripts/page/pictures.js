// Pictures of figures: places chosen by the reader, kept in the address (`?places=jinan-2018,jilin-2018`), and each picture to
// take away as it is shown, as SVG or PNG (picture-sheet.js draws it).
// @ts-check
"use strict"

;(() => {
  const { LANGUAGE } = ArchivePage
  const { WIDTH, makeSheet } = ArchiveSheet
  const DENSITY = 2 // pixels of a PNG for each of the picture's
  const WORDS = {
    zh: {
      svg: "保存图片（SVG）",
      png: "保存图片（PNG）",
      missing: (/** @type {string} */ places) => `${places}没有这项指标的数字。`,
      empty: "请至少选一个有数字的地区。",
      comma: "、",
    },
    en: {
      svg: "Save picture (SVG)",
      png: "Save picture (PNG)",
      missing: (/** @type {string} */ places) => `No figure for this indicator: ${places}. `,
      empty: "Choose at least one place that has a figure.",
      comma: ", ",
    },
  }[LANGUAGE]

  /** Offers bytes as a file. */
  function offer(/** @type {Blob} */ bytes, /** @type {string} */ ending) {
    const address = URL.createObjectURL(bytes)
    const link = document.createElement("a")
    const folders = location.pathname.split("/").filter((part) => part && part !== "index.html")
    link.href = address
    link.download = `${folders[folders.length - 1] || "picture"}-${LANGUAGE}.${ending}`
    document.body.append(link)
    link.click()
    link.remove()
    setTimeout(() => URL.revokeObjectURL(address), 10000)
  }

  /** Offers the picture as SVG, or drawn as PNG. */
  function take(/** @type {HTMLElement} */ figure, /** @type {boolean} */ isDrawn) {
    const sheet = makeSheet(figure)
    const text = new XMLSerializer().serializeToString(sheet)
    if (!isDrawn) {
      offer(new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" }), "svg")
      return
    }
    const image = new Image()
    image.onload = () => {
      const canvas = document.createElement("canvas")
      canvas.width = WIDTH * DENSITY
      canvas.height = Number(sheet.getAttribute("height")) * DENSITY
      const context = canvas.getContext("2d")
      if (context) context.drawImage(image, 0, 0, canvas.width, canvas.height)
      canvas.toBlob((bytes) => bytes && offer(bytes, "png"))
    }
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  }

  /** Adds the buttons by which a picture is taken away. */
  function addButtons(/** @type {HTMLElement} */ figure) {
    const bar = document.createElement("p")
    bar.className = "actions picture-actions not-on-paper"
    for (const kind of ["svg", "png"]) {
      const button = document.createElement("button")
      button.type = "button"
      button.className = "action"
      button.textContent = kind === "svg" ? WORDS.svg : WORDS.png
      button.addEventListener("click", () => take(figure, kind === "png"))
      bar.append(button)
    }
    figure.append(bar)
  }

  /** The words of the label around a box. */
  function labelOf(/** @type {HTMLInputElement} */ box) {
    return box.parentElement ? (box.parentElement.textContent || "").trim() : ""
  }

  /** Shows the places that are chosen, and says of which there is no figure. */
  function show(/** @type {HTMLElement} */ figure, /** @type {HTMLInputElement[]} */ boxes, /** @type {HTMLElement} */ note) {
    const chosen = boxes.filter((box) => box.checked)
    const places = chosen.map((box) => box.value)
    /** @type {NodeListOf<HTMLElement>} */
    const rows = figure.querySelectorAll(".picture-row")
    for (const row of rows) row.hidden = places.indexOf(row.dataset.place || "") < 0
    const missing = chosen.filter((box) => box.dataset.none)
    const lacks = missing.length ? WORDS.missing(missing.map(labelOf).join(WORDS.comma)) : ""
    note.textContent = lacks + (chosen.length === missing.length ? WORDS.empty : "")
  }

  /** Writes the chosen places into the address; the choice that a page opens with stands in none. */
  function note(/** @type {HTMLInputElement[]} */ boxes) {
    const query = new URLSearchParams(location.search)
    if (boxes.every((box) => box.checked === box.defaultChecked)) query.delete("places")
    else query.set("places", boxes.filter((box) => box.checked).map((box) => box.value).join(","))
    const text = query.toString().replace(/%2C/g, ",")
    history.replaceState(history.state, "", location.pathname + (text ? `?${text}` : "") + location.hash)
  }

  /** Lets readers choose places, beginning with those that the address names. */
  function addChoice(/** @type {HTMLElement} */ figure, /** @type {HTMLFormElement} */ form) {
    /** @type {HTMLInputElement[]} */
    const boxes = Array.from(form.querySelectorAll("input"))
    const missing = document.createElement("p")
    missing.className = "picture-missing"
    missing.setAttribute("role", "status")
    form.append(missing)
    const asked = new URLSearchParams(location.search).get("places")
    if (asked !== null) {
      const places = asked.split(",")
      for (const box of boxes) box.checked = places.indexOf(box.value) >= 0
    } else form.reset() // a browser that comes back may have kept other boxes
    show(figure, boxes, missing)
    form.addEventListener("change", () => {
      show(figure, boxes, missing)
      note(boxes)
    })
    form.addEventListener("submit", (event) => event.preventDefault())
  }

  /** @type {NodeListOf<HTMLElement>} */
  const figures = document.querySelectorAll("figure.picture")
  for (const figure of figures) {
    const form = figure.querySelector("form")
    if (form) {
      addChoice(figure, form)
      addButtons(figure)
    }
  }
})()
