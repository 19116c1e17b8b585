// The form of the worksheet maker: its lists, which are filled when they are opened or asked for, and what was chosen in it,
// as a value and as the query of an address: `?jinan-2018=s2-1.s2-2&terms=fangguanfu&figures=yes`.
// @ts-check
"use strict"

/**
 * @typedef {object} WorksheetChoice
 * @property {Map<string, string[]>} ticked  for each policy the anchors, and `indicators` and `terms`
 * @property {Map<string, string>} options  those that are not as they are at first
 */

var ArchiveWorksheetForm = (() => {
  const { LANGUAGE, WORDS, html, said } = ArchiveWorksheetWords
  const OPTIONS = ["title", "languages", "codes", "figures", "match", "answers", "notes"]
  const GLOSSARY = ["indicators", "terms"]
  const column = LANGUAGE === "zh" ? 0 : 1

  /** A box to tick, with its words. */
  function tick(/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ words, /** @type {string} */ found = "") {
    const filter = found && ` data-found="${html(found.toLowerCase())}"`
    return `<label class="worksheet-tick"${filter}><input type="checkbox" name="${html(name)}" value="${html(value)}"> <span>${words}</span></label>`
  }

  /** Boxes under a heading, with one that ticks all of them. */
  function group(/** @type {string} */ legend, /** @type {string} */ content) {
    return `<fieldset><legend>${legend}</legend><label class="worksheet-tick worksheet-all"><input type="checkbox"> <span>${html(WORDS.all)}</span></label>${content}</fieldset>`
  }

  /** What a section is called in the reader's language: its heading as printed, else its place. */
  function nameOf(/** @type {SectionRow} */ row) {
    const [, , , zhPlace, enPlace, zh, en] = row
    if (LANGUAGE === "en" && zh && !en) return said("span", "zh", html(zh))
    return html([zh || zhPlace, en || enPlace][column])
  }

  /** The sections from one on, down to the next that stands as high, as nested groups; rows go with their table. */
  function tree(/** @type {string} */ id, /** @type {SectionRow[]} */ rows) {
    let content = ""
    for (let i = 0; i < rows.length; ) {
      let end = i + 1
      while (end < rows.length && rows[end][1] > rows[i][1]) end++
      const below = rows.slice(i + 1, end)
      const own = below.length && rows[i][7] ? tick(id, rows[i][0], html(WORDS.opening)) : ""
      content += below.length ? group(nameOf(rows[i]), own + tree(id, below)) : tick(id, rows[i][0], nameOf(rows[i]))
      i = end
    }
    return content
  }

  /** The boxes of a policy. */
  function policyList(/** @type {string} */ id, /** @type {PolicyValue} */ value) {
    return group(html(WORDS.wholePolicy), tree(id, value.sections.filter((row) => row[2] !== "row")))
  }

  /** The policies, each to be opened. */
  function policies(/** @type {IndexValue} */ index) {
    return index.policies
      .map(([id, zhTitle, enTitle, zhPlace, enPlace, year]) => {
        const words = html(WORDS.policy([zhPlace, enPlace][column], year, [zhTitle, enTitle][column]))
        return `<details class="worksheet-list" data-policy="${html(id)}"><summary>${words} <span class="worksheet-count"></span></summary><div></div></details>`
      })
      .join("")
  }

  /** The indicators, by topic. */
  function indicators(/** @type {IndexValue} */ index) {
    return index.topics
      .map((topic) => {
        const own = index.indicators.filter((row) => row[1] === topic[0])
        const boxes = own.map(([id, , zh, en]) => tick("indicators", id, html([zh, en][column])))
        return own.length ? group(html(topic[1 + column]), boxes.join("")) : ""
      })
      .join("")
  }

  /** The terms, by the letter with which their pinyin begins; each is found by Chinese, English and pinyin. */
  function terms(/** @type {IndexValue} */ index) {
    const sorted = [...index.terms].sort((a, b) => (a[3] < b[3] ? -1 : 1))
    const letters = [...new Set(sorted.map((row) => row[3][0].toUpperCase()))]
    return letters
      .map((letter) => {
        const own = sorted.filter((row) => row[3][0].toUpperCase() === letter)
        const boxes = own.map(([id, zh, en, pinyin]) => tick("terms", id, `${said("span", "zh", html(zh))} ${said("span", "en", html(en))}`, `${zh} ${en} ${pinyin.replace(/ /g, "")}`))
        return group(html(letter), boxes.join(""))
      })
      .join("")
  }

  /** What was chosen. @returns {WorksheetChoice} */
  function read(/** @type {HTMLFormElement} */ form) {
    /** @type {WorksheetChoice} */
    const choice = { ticked: new Map(), options: new Map() }
    for (const [name, value] of new FormData(form)) {
      if (OPTIONS.includes(name)) choice.options.set(name, String(value).trim())
      else choice.ticked.set(name, [...(choice.ticked.get(name) || []), String(value)])
    }
    return choice
  }

  /** A choice as the query of an address, the ticked in the order of the form; what else the query held stays in it. */
  function write(/** @type {WorksheetChoice} */ choice, /** @type {WorksheetChoice} */ plain, /** @type {string[]} */ ids, /** @type {string} */ former) {
    const query = new URLSearchParams(former)
    for (const name of [...ids, ...GLOSSARY]) put(query, name, (choice.ticked.get(name) || []).join("."))
    for (const name of OPTIONS) {
      const [value, usual] = [choice, plain].map(({ options }) => (options.has(name) ? String(options.get(name)) : "no"))
      put(query, name, value === usual ? "" : value)
    }
    return query.toString()
  }

  /** Sets a value of a query; an empty one goes out of it. */
  function put(/** @type {URLSearchParams} */ query, /** @type {string} */ name, /** @type {string} */ value) {
    if (value) query.set(name, value)
    else query.delete(name)
  }

  /** Fills the form in as a query asks; what it names and nobody has is left out. */
  function restore(/** @type {HTMLFormElement} */ form, /** @type {string} */ text) {
    const query = new URLSearchParams(text)
    for (const control of form.elements) {
      if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement) || !control.name) continue
      const value = query.get(control.name)
      if (control instanceof HTMLInputElement && control.type === "checkbox" && !OPTIONS.includes(control.name))
        control.checked = (value && value.split(".").includes(control.value)) || false
      else if (value === null) continue
      else if (control instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(control.type)) control.checked = control.value === value
      else if (control instanceof HTMLInputElement || [...control.options].some((option) => option.value === value)) control.value = value
    }
  }

  /** Brings the boxes that tick all, and the counts beside the lists, to what is ticked. */
  function summarize(/** @type {HTMLFormElement} */ form) {
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(".worksheet-all input"))) {
      const own = boxesOf(box)
      const count = own.filter((other) => other.checked).length
      box.checked = count > 0 && count === own.length
      box.indeterminate = count > 0 && count < own.length
    }
    for (const list of form.querySelectorAll(".worksheet-list")) {
      const count = list.querySelectorAll("input[name]:checked").length
      const [place] = list.querySelectorAll(".worksheet-count")
      place.textContent = count ? WORDS.count(count) : ""
    }
  }

  /** The boxes that one ticks. @returns {HTMLInputElement[]} */
  function boxesOf(/** @type {HTMLInputElement} */ box) {
    const group = /** @type {Element} */ (box.closest("fieldset"))
    return [...group.querySelectorAll("input")].filter((other) => other.name && !other.closest("[hidden]"))
  }

  /** Shows the terms in which the words stand, and the letters that have any. */
  function filter(/** @type {Element} */ list, /** @type {string} */ words) {
    const wanted = words.trim().toLowerCase()
    for (const label of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-found]"))) label.hidden = !(label.dataset.found && label.dataset.found.includes(wanted))
    for (const letter of list.querySelectorAll("fieldset")) letter.hidden = !letter.querySelector("[data-found]:not([hidden])")
  }

  return { policies, policyList, indicators, terms, read, write, restore, summarize, boxesOf, filter }
})()
