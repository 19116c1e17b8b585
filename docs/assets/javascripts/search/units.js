// Which section a position belongs to: blocks of the lengths of all names and passages, brought as positions need them.
//
// A unit is a name or a passage of a section; it has a run of positions in the Chinese stream (its own, then the Chinese
// that its English quotes) and one in the English stream.
// @ts-check
"use strict"

/**
 * @typedef {object} Located  places with their units, as columns; the rows are in the order of sections
 * @property {Int32Array} sections  ordinals over the whole archive
 * @property {Int32Array} units  the unit's number within its section: names come first
 * @property {Int32Array} offsets  from the unit's beginning; in quoted Chinese, from its beginning
 * @property {Int32Array} positions  in the stream
 * @property {Uint8Array} quoted  1 where the place is in Chinese that English quotes
 */

var ArchiveUnits = (() => {
  const BLOCK = 4096
  const PER_UNIT = 3

  /** The units of up to 4096 sections. */
  class Block {
    constructor(/** @type {string} */ text, /** @type {number} */ number, /** @type {[number, number]} */ start) {
      const numbers = ArchivePostings.readNumbers(text)
      const most = Math.ceil(numbers.length / PER_UNIT)
      this.first = number * BLOCK
      /** where each section's units begin */
      this.begins = new Int32Array(BLOCK + 1)
      this.names = new Int32Array(BLOCK)
      /** characters and words of each section */
      this.sizes = { zh: new Int32Array(BLOCK), en: new Int32Array(BLOCK) }
      this.sections = new Int32Array(most)
      this.starts = { zh: new Int32Array(most), en: new Int32Array(most) }
      this.lengths = { zh: new Int32Array(most), quoted: new Int32Array(most), en: new Int32Array(most) }
      let unit = 0
      let section = 0
      let [zh, en] = start
      for (let i = 0; i < numbers.length; section++) {
        const units = numbers[i] + numbers[i + 1]
        this.begins[section] = unit
        this.names[section] = numbers[i]
        i += 2
        for (const end = unit + units; unit < end; unit++, i += PER_UNIT) {
          this.sections[unit] = section
          this.starts.zh[unit] = zh
          this.starts.en[unit] = en
          this.lengths.zh[unit] = numbers[i]
          this.lengths.quoted[unit] = numbers[i + 1]
          this.lengths.en[unit] = numbers[i + 2]
          this.sizes.zh[section] += numbers[i]
          this.sizes.en[section] += numbers[i + 2]
          zh += numbers[i] + (numbers[i] ? 1 : 0) + numbers[i + 1]
          en += numbers[i + 2] + (numbers[i + 2] ? 1 : 0)
        }
      }
      this.begins[section] = unit
      this.count = unit
    }
  }

  class Units {
    constructor(/** @type {[number, number][]} */ starts) {
      this.starts = starts
      /** @type {Block[]} */
      this.blocks = []
    }

    async bring(/** @type {number} */ number) {
      if (this.blocks[number]) return
      const text = await ArchiveSearchData.bring(`places-${number}`)
      if (!this.blocks[number]) this.blocks[number] = new Block(text, number, this.starts[number])
    }

    /** The block of a section, which was brought when its positions were located. */
    blockOf(/** @type {number} */ ordinal) {
      return this.blocks[Math.floor(ordinal / BLOCK)]
    }

    /**
     * Tells the section and unit of every position of a stream.
     * @param {"zh" | "en"} stream
     * @param {Int32Array} positions  rising
     * @returns {Promise<Located>}
     */
    async locate(stream, positions) {
      const column = stream === "zh" ? 0 : 1
      /** @type {[number, number, number][]} block, and from where to where its positions go */
      const runs = []
      for (let number = 0, from = 0; number < this.starts.length && from < positions.length; number++) {
        const next = number + 1 < this.starts.length ? this.starts[number + 1][column] : Infinity
        const to = next === Infinity ? positions.length : ArchivePostings.lowerBound(positions, next, from)
        if (to > from) runs.push([number, from, to])
        from = to
      }
      await Promise.all(runs.map(([number]) => this.bring(number)))
      const located = emptyLocated(positions)
      for (const [number, from, to] of runs) locateIn(this.blocks[number], stream, located, from, to)
      return located
    }
  }

  /** @returns {Located} */
  function emptyLocated(/** @type {Int32Array} */ positions) {
    const column = () => new Int32Array(positions.length)
    return { sections: column(), units: column(), offsets: column(), positions, quoted: new Uint8Array(positions.length) }
  }

  /** Fills in the rows of one block. */
  function locateIn(/** @type {Block} */ block, /** @type {"zh" | "en"} */ stream, /** @type {Located} */ located, /** @type {number} */ from, /** @type {number} */ to) {
    const starts = block.starts[stream]
    let unit = 0
    for (let i = from; i < to; i++) {
      const position = located.positions[i]
      if (unit + 1 < block.count && starts[unit + 1] <= position) {
        let step = 1 // gallop to the last unit that starts at or before the position
        while (unit + step < block.count && starts[unit + step] <= position) step *= 2
        let low = unit + (step >> 1)
        let high = Math.min(block.count, unit + step)
        while (low + 1 < high) {
          const middle = (low + high) >> 1
          if (starts[middle] <= position) low = middle
          else high = middle
        }
        unit = low
      }
      const section = block.sections[unit]
      const offset = position - starts[unit]
      const own = block.lengths.zh[unit]
      const isQuoted = stream === "zh" && (!own || offset > own)
      located.sections[i] = block.first + section
      located.units[i] = unit - block.begins[section]
      located.quoted[i] = isQuoted ? 1 : 0
      located.offsets[i] = isQuoted && own ? offset - own - 1 : offset
    }
  }

  return { Units, Block }
})()
