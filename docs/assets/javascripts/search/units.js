// Which section a position belongs to: each unit begins with a cell of a grid; blocks that tell the cells of every unit are
// brought as positions need them, and the exact lengths of names only where something was found in one.
//
// A unit is a name or a passage of a section; it has a run of positions in the Chinese stream, one behind all Chinese, of
// Chinese that its English quotes, and one in the English stream. `scripts/write/search/grid.py` lays all this out.
// @ts-check
"use strict"

/**
 * @typedef {"zh" | "around" | "en"} StreamPart  of the streams: Chinese; what English quotes of it; English
 * @typedef {object} Located  places with their units, as columns, rising
 * @property {Int32Array} positions  in that part
 * @property {Int32Array} sections  ordinals over the whole archive
 * @property {Int32Array} units  the unit's number within its section: names come first
 */

var ArchiveUnits = (() => {
  const BLOCK = 65536
  const NONE = new Int32Array(0)

  /** The units of up to 65536 sections. */
  class Block {
    constructor(/** @type {[string, string, string, string]} */ [names, passages, ofNames, ofPassages], /** @type {number} */ number, /** @type {number} */ start, /** @type {number} */ multiple) {
      this.number = number
      this.first = number * BLOCK
      this.names = ArchivePostings.readNumbers(names)
      const counts = ArchivePostings.readNumbers(passages)
      const nameCells = ArchivePostings.readNumbers(ofNames)
      const passageCells = ArchivePostings.readNumbers(ofPassages)
      const all = nameCells.length + passageCells.length
      /** where each section's units begin, and its names among all names */
      this.begins = new Int32Array(counts.length + 1)
      this.namesBefore = new Int32Array(counts.length)
      /** the first cell of each unit */
      this.cells = new Int32Array(all + 1)
      this.sections = new Uint16Array(all)
      let cell = start
      let unit = 0
      let name = 0
      let passage = 0
      for (let section = 0; section < counts.length; section++) {
        this.begins[section] = unit
        this.namesBefore[section] = name
        for (const end = name + this.names[section]; name < end; name++, unit++) {
          this.cells[unit] = cell
          this.sections[unit] = section
          cell += nameCells[name]
        }
        for (const end = passage + counts[section]; passage < end; passage++, unit++) {
          this.cells[unit] = cell
          this.sections[unit] = section
          cell += passageCells[passage] * multiple
        }
      }
      this.cells[unit] = cell
      this.begins[counts.length] = unit
      this.count = unit
      /** the lengths of all names, where they were brought @type {Partial<Record<"zh" | "en", Int32Array>>} */
      this.lengths = {}
    }

    /** How many cells a section has. */
    size(/** @type {number} */ own) {
      return this.cells[this.begins[own + 1]] - this.cells[this.begins[own]]
    }
  }

  class Units {
    constructor(/** @type {number[]} */ blocks, /** @type {[number, number, number]} */ [zh, en, multiple]) {
      this.starts = blocks
      this.multiple = multiple
      /** positions in a cell */
      this.cell = { zh, around: zh, en }
      /** where what English quotes begins in the Chinese stream */
      this.quoted = blocks[blocks.length - 1] * zh
      /** @type {Block[]} */
      this.blocks = []
    }

    async bring(/** @type {number} */ number) {
      if (this.blocks[number]) return
      const make = (/** @type {[string, string, string, string]} */ table) => new Block(table, number, this.starts[number], this.multiple)
      this.blocks[number] = await ArchiveSearchData.make(`places-${number}`, make)
    }

    /** Brings the lengths of a block's names in one language. */
    async bringLengths(/** @type {Block} */ block, /** @type {"zh" | "en"} */ language) {
      if (block.lengths[language]) return
      const make = (/** @type {[string]} */ [table]) => ArchivePostings.readNumbers(table)
      block.lengths[language] = await ArchiveSearchData.make(`names-${language}-${block.number}`, make)
    }

    /** The block of a section, which was brought when its positions were located. */
    blockOf(/** @type {number} */ ordinal) {
      return this.blocks[Math.floor(ordinal / BLOCK)]
    }

    /** Positions in the Chinese stream: those of Chinese, and those of Chinese that English quotes. */
    split(/** @type {Int32Array} */ positions) {
      const from = ArchivePostings.lowerBound(positions, this.quoted)
      return { zh: positions.subarray(0, from), around: positions.subarray(from).map((position) => position - this.quoted) }
    }

    /**
     * Tells the section and unit of every position of a part.
     * @param {StreamPart} part
     * @param {Int32Array} positions  rising
     * @returns {Promise<Located>}
     */
    async locate(part, positions) {
      if (!positions.length) return { positions, sections: NONE, units: NONE }
      const size = this.cell[part]
      /** @type {[number, number, number][]} block, and from where to where its positions go */
      const runs = []
      for (let number = 0, from = 0; number + 1 < this.starts.length && from < positions.length; number++) {
        const isLast = number + 2 === this.starts.length
        const to = isLast ? positions.length : ArchivePostings.lowerBound(positions, this.starts[number + 1] * size, from)
        if (to > from) runs.push([number, from, to])
        from = to
      }
      await Promise.all(runs.map(([number]) => this.bring(number)))
      const located = { positions, sections: new Int32Array(positions.length), units: new Int32Array(positions.length) }
      for (const [number, from, to] of runs) locateIn(this.blocks[number], size, located, from, to)
      return located
    }
  }

  /** Fills in the rows of one block. */
  function locateIn(/** @type {Block} */ block, /** @type {number} */ size, /** @type {Located} */ located, /** @type {number} */ from, /** @type {number} */ to) {
    const { cells, count, first, begins } = block
    const { positions, sections, units } = located
    let unit = 0
    let end = cells[1] * size // of the unit
    let section = -1
    let begin = 0
    for (let i = from; i < to; i++) {
      const position = positions[i]
      if (position >= end && unit + 1 < count) {
        let step = 1 // gallop to the last unit that starts at or before the position
        while (unit + step < count && cells[unit + step] * size <= position) step *= 2
        let low = unit + (step >> 1)
        let high = unit + step < count ? unit + step : count
        while (low + 1 < high) {
          const middle = (low + high) >> 1
          if (cells[middle] * size <= position) low = middle
          else high = middle
        }
        unit = low
        end = cells[unit + 1] * size
      }
      if (block.sections[unit] !== section) {
        section = block.sections[unit]
        begin = begins[section]
      }
      sections[i] = first + section
      units[i] = unit - begin
    }
  }

  return { Units, Block }
})()
