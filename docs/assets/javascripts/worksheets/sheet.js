// What was chosen → the worksheet as HTML: texts, figures and terms in the languages asked for, each with its permanent
// address and its code; then, where asked for, the answers on a page of their own.
// @ts-check
"use strict"

var ArchiveWorksheetSheet = (() => {
  const { LANGUAGE, WORDS, EVERY, html, said, both } = ArchiveWorksheetWords
  const { cut, blanks } = ArchiveExercises
  const LINES = { few: 3, many: 8 }

  /** The mark behind a passage whose English nobody has confirmed yet; `i` is the place of its words in the section. */
  function draftMark(/** @type {InstanceType<typeof ArchiveSections.Section>} */ section, /** @type {number} */ i) {
    return section.drafts.includes(section.names.length + (i - 1) / 2) ? " [draft translation]" : ""
  }

  /** A sheet in the making: what was chosen, the names, and the blanks so far with their answers. */
  class Sheet {
    constructor(/** @type {WorksheetChoice} */ choice, /** @type {IndexValue} */ index) {
      const option = (/** @type {string} */ name) => choice.options.get(name) || ""
      this.choice = choice
      this.index = index
      /** @type {SheetLanguage[]} */
      this.languages = option("languages") === "zh" ? ["zh"] : option("languages") === "en" ? ["en"] : ["zh", "en"]
      this.addresses = this.languages.length === 1 ? this.languages[0] : LANGUAGE
      this.hasCodes = option("codes") === "yes"
      this.isFilled = option("figures") !== "yes"
      this.isMatched = option("match") === "yes"
      this.hasAnswers = option("answers") === "yes"
      this.lines = LINES[/** @type {"few" | "many"} */ (option("notes"))] || 0
      this.title = option("title")
      /** @type {Map<number, {words: string[], where: string}>} */
      this.answers = new Map()
      this.last = 0
    }

    /** The permanent address of a place. */
    address(/** @type {string} */ path, anchor = "") {
      return ArchiveAddresses.online({ path, anchor }, this.addresses)
    }

    /** The code of an address; nothing where none are wanted. */
    code(/** @type {string} */ address) {
      return this.hasCodes ? ArchiveQr.svg(address, WORDS.code(address)) : ""
    }

    /** A link that shows its address. */
    link(/** @type {string} */ address, words = address) {
      return `<a href="${html(address)}">${html(words)}</a>`
    }

    /** An item of the sheet: its heading in each language, its address and code, what it says, lines to write on. */
    item(/** @type {string} */ heading, /** @type {string} */ address, /** @type {string} */ body) {
      const lines = this.lines ? `<div class="worksheet-notes"><p>${both(this.languages, (words) => words.notes)}</p>${"<div></div>".repeat(this.lines)}</div>` : ""
      return `<article class="worksheet-item"><div class="worksheet-head"><div>${heading}<p class="worksheet-address">${this.link(address)}</p></div>${this.code(address)}</div>${body}${lines}</article>`
    }

    /** A heading of an item: a small line, then a name in each language. */
    heading(/** @type {Record<SheetLanguage, string>} */ names, /** @type {Record<SheetLanguage, string> | null} */ place = null) {
      return `${place ? `<p class="worksheet-place">${this.inEach(place, " · ")}</p>` : ""}<h4>${this.inEach(names)}</h4>`
    }

    /** A text of which words are left out, as HTML; the words are noted as answers. */
    blanked(/** @type {string} */ text, /** @type {Map<string, number>} */ spans, /** @type {string} */ where) {
      return cut(text, spans)
        .map((piece) => (piece.number ? this.blank(piece.number, piece.text, where) : html(piece.text)))
        .join("")
    }

    /** A numbered blank in the place of words. */
    blank(/** @type {number} */ number, /** @type {string} */ words, /** @type {string} */ where) {
      const answer = this.answers.get(number) || { words: [], where }
      if (!answer.words.includes(words)) answer.words.push(words)
      this.answers.set(number, answer)
      return `<span class="worksheet-blank" role="img" aria-label="${html(WORDS.blank(number))}"><sup>${number}</sup></span>`
    }

    /** The blanks of a block's figures; none where all figures stand. */
    blanksOf(/** @type {FigureRow[]} */ figures, /** @type {string} */ anchor) {
      const own = this.isFilled ? [] : figures.filter((figure) => figure[0] === anchor)
      return blanks(own, () => ++this.last)
    }

    /** What a policy's chosen sections say. */
    async policy(/** @type {number} */ number, /** @type {string[]} */ anchors) {
      const [id, , , zhPlace, enPlace, year] = this.index.policies[number]
      const { sections, figures } = await ArchiveWorksheetData.policy(id)
      const chosen = sections.map((row, i) => ({ row, i })).filter(({ row }) => anchors.includes(row[0]))
      const rows = chosen.map(({ i }) => withRows(sections, i))
      const texts = await ArchiveWorksheetData.texts(number, /** @type {number[]} */ ([]).concat(...rows))
      return chosen.map(({ row }, i) => {
        const own = texts.splice(0, rows[i].length)
        const place = { zh: EVERY.zh.where(zhPlace, year, row[3]), en: EVERY.en.where(enPlace, year, row[4]) }
        const names = { zh: row[5] || row[3], en: row[6] || (row[5] ? "" : row[4]) }
        const spans = rows[i].map((n) => sections[n].slice(8))
        const body = row[2] === "table" ? this.table(own, /** @type {number[][][]} */ (spans), figures, place) : this.paragraphs(own[0], figures, place)
        return this.item(this.heading(names, place), this.address(`policies/${id}/`, row[0]), body)
      })
    }

    /** The paragraphs of a section, each in the languages of the sheet. */
    paragraphs(/** @type {BothSections} */ section, /** @type {FigureRow[]} */ figures, /** @type {Record<SheetLanguage, string>} */ place) {
      const blocks = []
      for (let i = 0; i < section.zh.passages.length; i += 2) {
        const spans = this.blanksOf(figures, section.zh.passages[i])
        const words = { zh: section.zh.passages[i + 1], en: section.en.passages[i + 1] }
        const texts = this.told(words).map((language) => said("p", language, this.blanked(words[language], spans[language], place[LANGUAGE]) + draftMark(section[language], i + 1)))
        blocks.push(`<div class="worksheet-row">${texts.join("")}</div>`)
      }
      return `<div class="worksheet-text">${blocks.join("")}</div>`
    }

    /** A table, once in each language. */
    table(/** @type {BothSections[]} */ rows, /** @type {number[][][]} */ cellSpans, /** @type {FigureRow[]} */ figures, /** @type {Record<SheetLanguage, string>} */ place) {
      const spans = rows.map((row) => row.zh.passages.map((anchor, i) => (i % 2 ? null : this.blanksOf(figures, anchor))))
      const drawn = this.languages.map((language) => {
        const lines = rows.map((row, n) => {
          const cells = row[language].passages.map((text, i) => {
            const own = spans[n][i - 1]
            const [down = 1, across = 1] = cellSpans[n].map((spans) => spans[(i - 1) / 2])
            const tag = `${n ? "td" : "th"}${down > 1 ? ` rowspan="${down}"` : ""}${across > 1 ? ` colspan="${across}"` : ""}`
            return i % 2 && own ? `<${tag}>${this.blanked(text, own[language], place[LANGUAGE])}${draftMark(row[language], i)}</${tag.slice(0, 2)}>` : ""
          })
          const sizes = cellSpans[n][2] || [cells.length]
          const filled = cellSpans[n][2] ? cells.filter((cell) => cell) : cells
          return sizes.map((size) => `<tr>${filled.splice(0, size).join("")}</tr>`).join("")
        })
        return said("table", language, `<thead>${lines[0]}</thead><tbody>${lines.slice(1).join("")}</tbody>`)
      })
      return `<div class="worksheet-text">${drawn.join("")}</div>`
    }

    /** The chosen indicators: what each means, and the figures of every place. */
    async indicators(/** @type {string[]} */ ids) {
      const { policies, terms, indicators } = this.index
      const items = []
      for (const [number, row] of indicators.entries()) {
        if (!ids.includes(row[0])) continue
        const [text] = await ArchiveWorksheetData.texts(policies.length + terms.length + number, [0])
        const meaning = this.languages.map((language) => said("p", language, html(text[language].passages[1])))
        const rows = []
        for (const policy of row[4]) rows.push(...(await this.figures(policy, row[0]))) // one after the other, as they are numbered
        const head = [EVERY.zh, EVERY.en].map((words) => [words.place, words.year, words.measure, words.value])
        const cells = head[0].map((_, i) => `<th>${this.languages.map((language) => said("span", language, html(head[language === "zh" ? 0 : 1][i]))).join("<br>")}</th>`)
        const table = rows.length ? `<table><thead><tr>${cells.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>` : ""
        const names = { zh: row[2], en: row[3][0].toUpperCase() + row[3].slice(1) }
        items.push(this.item(this.heading(names), this.address(`indicators/${row[0]}/`), `<div class="worksheet-text"><div class="worksheet-row">${meaning.join("")}</div>${table}</div>`))
      }
      return items
    }

    /** The rows of a policy's figures of an indicator, each with the place that states it. */
    async figures(/** @type {number} */ policy, /** @type {string} */ indicator) {
      const [id, , , zhPlace, enPlace, date] = this.index.policies[policy]
      const { figures } = await ArchiveWorksheetData.policy(id)
      return figures
        .filter((figure) => figure[1] === indicator && !figure[8])
        .map(([anchor, , kind, year, zhName, enName, zh, en]) => {
          const places = { zh: zhPlace, en: enPlace }
          const note = kind === "baseline" ? this.inEach({ zh: EVERY.zh.reached, en: EVERY.en.reached }) : ""
          const where = this.link(this.address(`policies/${id}/`, anchor), `${id}/#${anchor}`)
          const value = this.value({ zh, en }, WORDS.dated(places[LANGUAGE], date))
          const cells = [`${this.inEach(places)}<br>${where}`, `${year === null ? "—" : year}${note}`, this.inEach({ zh: zhName, en: enName }), value]
          return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`
        })
    }

    /** The value of a figure in each language, or a blank in its place. */
    value(/** @type {Record<SheetLanguage, string>} */ values, /** @type {string} */ where) {
      if (this.isFilled || values.zh === "—") return this.inEach(values)
      const number = ++this.last
      return this.languages.map((language) => this.blank(number, values[language], where))[0]
    }

    /** Words in each language of the sheet, a line each; in Chinese alone where nobody has said them in English. */
    inEach(/** @type {Record<SheetLanguage, string>} */ words, between = "<br>") {
      return this.told(words).map((language) => said("span", language, html(words[language]))).join(between)
    }

    /** The languages of the sheet in which something is said; Chinese where it is not said in English. @returns {SheetLanguage[]} */
    told(/** @type {Record<SheetLanguage, string>} */ words) {
      const told = this.languages.filter((language) => language === "zh" || (words.en && words.en !== words.zh))
      return told.length ? told : ["zh"]
    }
  }

  /** The numbers of a section and, of a table, its rows. */
  function withRows(/** @type {SectionRow[]} */ sections, /** @type {number} */ number) {
    const numbers = [number]
    for (let i = number + 1; sections[number][2] === "table" && i < sections.length && sections[i][2] === "row"; i++) numbers.push(i)
    return numbers
  }

  return { Sheet }
})()
