// Which section a position belongs to: each unit begins with a cell of a grid; blocks that tell the cells of every unit are
// brought as positions need them, and the exact lengths of names only where something was found in one.
//
// A unit is a name or a passage of a section; it has a run of positions in the Chinese stream, one behind all Chinese, of
// Chinese that its English quotes, and one in the English stream. `scripts/write/search/grid.py` lays all this out.
// @ts-check
"use strict"

/**
 * @typedef {"zh" | "around" | "en"} StreamPart  of the streams: Chinese; what English quotes of it; English
 * @typedef {object} Located  places by section
 * @property {Int32Array} positions  in that part, rising
 * @property {Int32Array} sections  those that have any, rising: ordinals over the whole archive
 * @property {Int32Array} begins  which position is the first of each of them; last, how many positions there are
 */

var ArchiveUnits = (() => {
  const BLOCK = 65536
  const STEP_BITS = 5

  /** The units of up to 65536 sections. */
  class Block {
    constructor(/** @type {number} */ number, /** @type {Int32Array} */ names, /** @type {Int32Array} */ begins, /** @type {Int32Array} */ cells) {
      this.number = number
      this.first = number * BLOCK
      /** how many names each section has, and how many those before it have */
      this.names = names
      this.namesBefore = new Int32Array(names.length)
      for (let section = 1; section < names.length; section++) this.namesBefore[section] = this.namesBefore[section - 1] + names[section - 1]
      /** where each section's units begin */
      this.begins = begins
      /** the first cell of each unit */
      this.cells = cells
      /** the first cell of each section, and the one behind all */
      this.edges = begins.map((begin) => cells[begin])
      const [start, end] = [cells[0], cells[cells.length - 1]]
      /** of every 32nd cell the section in which it lies: so that of a position is found without a search */
      this.steps = new Uint16Array((end >> STEP_BITS) - (start >> STEP_BITS) + 1)
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

    /** Of each section 1 where it is one of some, which are all in this block. */
    marked(/** @type {Int32Array} */ sections) {
      const isMarked = new Uint8Array(this.names.length)
      for (let i = 0; i < sections.length; i++) isMarked[sections[i] - this.first] = 1
      return isMarked
    }
  }

  /**
   * Reads the units of a block.
   * @param {[string, string, string, string]} table  how many names and passages sections have, and of how many cells each is
   * @param {{number: number, start: number, multiple: number}} block  its number, its first cell, of how many cells a passage has a multiple
   */
  function readBlock(table, { number, start, multiple }) {
    const [names, passages, ofNames, ofPassages] = table.map(ArchivePostings.readNumbers)
    const begins = new Int32Array(names.length + 1)
    const cells = new Int32Array(ofNames.length + ofPassages.length + 1)
    let [cell, unit, name, passage] = [start, 0, 0, 0]
    for (let section = 0; section < names.length; section++) {
      begins[section] = unit
      for (const end = name + names[section]; name < end; name++, unit++) {
        cells[unit] = cell
        cell += ofNames[name]
      }
      for (const end = passage + passages[section]; passage < end; passage++, unit++) {
        cells[unit] = cell
        cell += ofPassages[passage] * multiple
      }
    }
    cells[unit] = cell
    begins[names.length] = unit
    return new Block(number, names, begins, cells)
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
      const { starts, multiple } = this
      const make = (/** @type {[string, string, string, string]} */ table) => readBlock(table, { number, start: starts[number], multiple })
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
      const around = positions.slice(from)
      for (let i = 0; i < around.length; i++) around[i] -= this.quoted
      return { zh: positions.subarray(0, from), around }
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
     * Those members of lists of positions that lie in some sections.
     * @param {StreamPart} part
     * @param {Int32Array[]} lists  rising
     * @param {Int32Array} sections  rising
     * @returns {Promise<Int32Array[]>}  rising, for each list
     */
    async within(part, lists, sections) {
      await this.bringOf(sections)
      const size = this.cell[part]
      const kept = lists.map((list) => new Int32Array(list.length))
      const counts = lists.map(() => 0)
      this.starts.forEach((_, number) => {
        const [from, to] = [number, number + 1].map((each) => ArchivePostings.lowerBound(sections, each * BLOCK))
        if (from === to) return
        const block = this.blocks[number]
        const isKept = block.marked(sections.subarray(from, to))
        lists.forEach((list, i) => (counts[i] = filterIn(block, isKept, size, list, kept[i], counts[i])))
      })
      return kept.map((list, i) => list.subarray(0, counts[i]))
    }

    /**
     * Tells the section of every position of a part.
     * @param {StreamPart} part
     * @param {Int32Array} positions  rising, none behind the last unit
     * @returns {Promise<Located>}
     */
    async locate(part, positions) {
      const blocks = await this.bringFor(part, [positions])
      const size = this.cell[part]
      const [sections, begins] = [new Int32Array(positions.length), new Int32Array(positions.length + 1)]
      let row = 0
      let i = 0
      for (const block of blocks) {
        const end = block.edges[block.names.length] * size
        while (i < positions.length && positions[i] < end) {
          const own = block.sectionAt((positions[i] / size) | 0)
          const behind = block.edges[own + 1] * size
          sections[row] = block.first + own
          begins[row++] = i++
          while (i < positions.length && positions[i] < behind) i++
        }
      }
      begins[row] = i
      return { positions, sections: sections.subarray(0, row), begins: begins.subarray(0, row + 1) }
    }
  }

  /** Fills in those positions of a list that lie in sections of a block that are kept, from a row on; tells the row behind. */
  function filterIn(/** @type {Block} */ block, /** @type {Uint8Array} */ isKept, /** @type {number} */ size, /** @type {Int32Array} */ list, /** @type {Int32Array} */ kept, /** @type {number} */ from) {
    const end = block.edges[block.names.length] * size
    let row = from
    for (let i = ArchivePostings.lowerBound(list, block.edges[0] * size); i < list.length && list[i] < end; i++) {
      if (isKept[block.sectionAt((list[i] / size) | 0)]) kept[row++] = list[i]
    }
    return row
  }

  return { Units, Block }
})()
