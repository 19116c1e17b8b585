// The whole worksheet: its head, the sections, the indicators, the terms or the match of terms and meanings, its own address,
// and the answers.
// @ts-check
"use strict"

/** @typedef {InstanceType<typeof ArchiveWorksheetSheet.Sheet>} Sheet */
/** @typedef {{row: TermRow, text: BothSections}} ChosenTerm */
/** @typedef {{html: string, items: number, warnings: string[]}} Handout */

var ArchiveHandout = (() => {
  const { WORDS, html, said, both } = ArchiveWorksheetWords
  const { seedOf, shuffle, letter } = ArchiveExercises
  const FEWEST = 2 // terms of which a match can be made
  const BLANK = '<span class="worksheet-blank"></span>'

  /** The chosen terms with their meanings, in the order of their pinyin. @returns {Promise<ChosenTerm[]>} */
  async function chosenTerms(/** @type {Sheet} */ sheet) {
    const ids = sheet.choice.ticked.get("terms") || []
    const rows = sheet.index.terms.map((row, number) => ({ row, number })).filter(({ row }) => ids.includes(row[0]))
    const texts = await Promise.all(rows.map(({ number }) => ArchiveWorksheetData.texts(sheet.index.policies.length + number, [0])))
    return rows.map(({ row }, i) => ({ row, text: texts[i][0] })).sort((a, b) => (a.row[3] < b.row[3] ? -1 : 1))
  }

  /** A term with its meaning, and where it stands first. */
  function term(/** @type {Sheet} */ sheet, /** @type {ChosenTerm} */ { row, text }) {
    const [id, zh, en, , policy, anchor] = row
    const meanings = sheet.languages.map((language) => said("p", language, html(text[language].passages[1])))
    const path = policy === undefined ? "" : `policies/${sheet.index.policies[policy][0]}/`
    const first = path && `<p class="worksheet-address">${both(sheet.languages, (words) => words.first, "")}${sheet.link(sheet.address(path, anchor))}</p>`
    return sheet.item(sheet.heading({ zh, en }), sheet.address(`terms/${id}/`), `<div class="worksheet-text"><div class="worksheet-row">${meanings.join("")}</div>${first}</div>`)
  }

  /** Terms and their meanings in another order, to be matched; and the answers. */
  function match(/** @type {Sheet} */ sheet, /** @type {ChosenTerm[]} */ terms) {
    const order = shuffle(terms.length, seedOf(terms.map(({ row }) => row[0]).join()))
    const rows = terms.map(({ row }, i) => {
      const address = sheet.address(`terms/${row[0]}/`)
      const names = sheet.languages.map((language) => said("span", language, html(row[language === "zh" ? 1 : 2]))).join("<br>")
      return `<article class="worksheet-item worksheet-match"><div class="worksheet-head"><div><p>${i + 1}. ${BLANK} ${names}</p><p class="worksheet-address">${sheet.link(address)}</p></div>${sheet.code(address)}</div></article>`
    })
    const meanings = order.map((number, i) => {
      const texts = sheet.languages.map((language) => said("p", language, html(terms[number].text[language].passages[1])))
      return `<li class="worksheet-item"><b>${letter(i)}</b><div>${texts.join("")}</div></li>`
    })
    const key = terms.map(({ row }, i) => `<li>${i + 1} — ${letter(order.indexOf(i))} ${sheet.languages.map((language) => said("span", language, html(row[language === "zh" ? 1 : 2]))).join(" · ")}</li>`)
    return { items: [...rows, `<ul class="worksheet-meanings">${meanings.join("")}</ul>`], key: key.join("") }
  }

  /** Items of a kind under their heading, which stays with the first, with what is to be done. */
  function part(/** @type {Sheet} */ sheet, /** @type {"sections" | "indicators" | "terms"} */ kind, /** @type {string[]} */ items, /** @type {"fill" | "match" | null} */ task) {
    if (!items.length) return ""
    const [first, ...others] = items
    const line = task ? `<p class="worksheet-task">${sheet.languages.map((language) => said("span", language, html(ArchiveWorksheetWords.EVERY[language][task]))).join("<br>")}</p>` : ""
    return `<section><div class="worksheet-start"><h3>${both(sheet.languages, (words) => words[kind])}</h3>${line}${first}</div>${others.join("")}</section>`
  }

  /** The answers, on a page of their own; nothing where there are none. */
  function answers(/** @type {Sheet} */ sheet, /** @type {string} */ key) {
    if (!sheet.hasAnswers || !(sheet.answers.size || key)) return ""
    const filled = [...sheet.answers].sort(([a], [b]) => a - b).map(([number, { words, where }]) => `<li><b>${number}</b> ${html(words.join(" / "))} <small>${html(where)}</small></li>`)
    const heading = both(sheet.languages, (words) => words.answers)
    const list = filled.length ? `<ul class="worksheet-key">${filled.join("")}</ul>` : ""
    return `<section class="worksheet-answers"><h3>${heading}</h3>${list}${key && `<ul class="worksheet-key">${key}</ul>`}</section>`
  }

  /** Title, and lines for name and date. */
  function head(/** @type {Sheet} */ sheet) {
    const title = sheet.title ? html(sheet.title) : both(sheet.languages, (words) => words.title)
    const line = (/** @type {"name" | "date"} */ key) => `${both(sheet.languages, (words) => words[key])} ${BLANK}`
    return `<header><h2>${title}</h2><p class="worksheet-name">${line("name")} ${line("date")}</p></header>`
  }

  /** The worksheet of a choice; `address` is its own. @returns {Promise<Handout>} */
  async function draw(/** @type {WorksheetChoice} */ choice, /** @type {IndexValue} */ index, /** @type {string} */ address) {
    const sheet = new ArchiveWorksheetSheet.Sheet(choice, index)
    /** @type {string[]} */
    const sections = []
    for (const [number, [id]] of index.policies.entries()) {
      const anchors = choice.ticked.get(id)
      if (anchors) sections.push(...(await sheet.policy(number, anchors)))
    }
    const read = sheet.last
    const indicators = await sheet.indicators(choice.ticked.get("indicators") || [])
    const terms = await chosenTerms(sheet)
    const matched = sheet.isMatched && terms.length >= FEWEST ? match(sheet, terms) : null
    const items = sections.length + indicators.length + terms.length
    const own = `<footer class="worksheet-head"><p class="worksheet-address">${both(sheet.languages, (words) => words.sheet, "")}${sheet.link(address)}</p>${sheet.code(address)}</footer>`
    const parts = [
      part(sheet, "sections", sections, read ? "fill" : null),
      part(sheet, "indicators", indicators, sheet.last > read ? "fill" : null),
      part(sheet, "terms", matched ? matched.items : terms.map((each) => term(sheet, each)), matched ? "match" : null),
    ]
    const warnings = [
      ...(items && !sheet.isFilled && !sheet.last ? [WORDS.noFigures] : []),
      ...(items && sheet.isMatched && !matched ? [WORDS.fewTerms] : []),
      ...(items && sheet.hasAnswers && !sheet.last && !matched ? [WORDS.noAnswers] : []),
    ]
    return { html: items ? head(sheet) + parts.join("") + own + answers(sheet, (matched && matched.key) || "") : "", items, warnings }
  }

  return { draw }
})()
