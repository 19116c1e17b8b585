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
  const STEP_BITS = 5

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
      let cell = start
      let unit = 0
      let name = 0
      let passage = 0
      for (let section = 0; section < counts.length; section++) {
        this.begins[section] = unit
        this.namesBefore[section] = name
        for (const end = name + this.names[section]; name < end; name++, unit++) {
          this.cells[unit] = cell
          cell += nameCells[name]
        }
        for (const end = passage + counts[section]; passage < end; passage++, unit++) {
          this.cells[unit] = cell
          cell += passageCells[passage] * multiple
        }
      }
      this.cells[unit] = cell
      this.begins[counts.length] = unit
      /** the first cell of each section, and the one behind all */
      this.edges = this.begins.map((begin) => this.cells[begin])
      /** of every 32nd cell the section in which it lies: so that of a position is found without a search */
      this.steps = new Uint16Array((cell >> STEP_BITS) - (start >> STEP_BITS) + 1)
      this.firstStep = start >> STEP_BITS
      this.placeSteps()
      /** the lengths of all names, where they were brought @type {Partial<Record<"zh" | "en", Int32Array>>} */
      this.lengths = {}
    }

    placeSteps() {
      const { edges, steps, firstStep } = this
      for (let section = 0, step = 1; section + 1 < edges.length; section++) {
        for (; (firstStep + step) << STEP_BITS < edges[section + 1]; step++) steps[step] = section
      }
    }

    /** The section in which a cell lies, by its number in the block. */
    sectionAt(/** @type {number} */ cell) {
      const { edges, steps, firstStep } = this
      let section = steps[(cell >> STEP_BITS) - firstStep]
      while (edges[section + 1] <= cell) section++
      return section
    }

    /** The unit of a section in which a cell lies. */
    unitAt(/** @type {number} */ section, /** @type {number} */ cell) {
      const { begins, cells } = this
      const begin = begins[section]
      let unit = begin
      while (cells[unit + 1] <= cell) unit++
      return unit - begin
    }

    /** How many cells a section has. */
    size(/** @type {number} */ own) {
      return this.edges[own + 1] - this.edges[own]
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

    /** Lists of positions in the Chinese stream: those of Chinese, and those of Chinese that English quotes. */
    splitAll(/** @type {Int32Array[]} */ lists) {
      const parts = lists.map((list) => this.split(list))
      return { zh: parts.map(({ zh }) => zh), around: parts.map(({ around }) => around) }
    }

    /** Positions in the Chinese stream: those of Chinese, and those of Chinese that English quotes. */
    split(/** @type {Int32Array} */ positions) {
      const from = ArchivePostings.lowerBound(positions, this.quoted)
      return { zh: positions.subarray(0, from), around: positions.subarray(from).map((position) => position - this.quoted) }
    }

    /**
     * Brings the blocks in which lists of positions have any.
     * @param {StreamPart} part
     * @param {Int32Array[]} lists  rising
     * @returns {Promise<Block[]>}
     */
    async bringFor(part, lists) {
      const { starts } = this
      const size = this.cell[part]
      const { lowerBound } = ArchivePostings
      /** @type {number[]} */
      const numbers = []
      for (let number = 0; number + 1 < starts.length; number++) {
        const [from, to] = [starts[number] * size, starts[number + 1] * size]
        if (lists.some((list) => list[lowerBound(list, from)] < to)) numbers.push(number)
      }
      await Promise.all(numbers.map((number) => this.bring(number)))
      return numbers.map((number) => this.blocks[number])
    }

    /** Brings the blocks of sections, which rise. */
    async bringOf(/** @type {Int32Array} */ sections) {
      const starts = this.starts.map((_, number) => ArchivePostings.lowerBound(sections, number * BLOCK))
      const numbers = [...starts.keys()].filter((number) => number > 0 && starts[number - 1] < starts[number])
      await Promise.all(numbers.map((number) => this.bring(number - 1)))
    }

    /**
     * Tells the section and unit of every position of a part.
     * @param {StreamPart} part
     * @param {Int32Array} positions  rising, none behind the last unit
     * @returns {Promise<Located>}
     */
    async locate(part, positions) {
      const size = this.cell[part]
      const located = { positions, sections: new Int32Array(positions.length), units: new Int32Array(positions.length) }
      let at = 0
      for (const block of await this.bringFor(part, [positions])) at = locateIn(block, size, located, at)
      return located
    }
  }

  /** Fills in the rows of one block, from one on, and tells the first of the next. */
  function locateIn(/** @type {Block} */ block, /** @type {number} */ size, /** @type {Located} */ { positions, sections, units }, /** @type {number} */ from) {
    const end = block.edges[block.names.length] * size
    let i = from
    for (; i < positions.length && positions[i] < end; i++) {
      const cell = (positions[i] / size) | 0
      const own = block.sectionAt(cell)
      sections[i] = block.first + own
      units[i] = block.unitAt(own, cell)
    }
    return i
  }

  return { Units, Block }
})()
