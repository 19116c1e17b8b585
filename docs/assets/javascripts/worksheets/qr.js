// An address → its QR code (ISO/IEC 18004, bytes, error correction M), as one path of SVG. Written out here because the
// archive is built without npm and codes made while building would double its time; tests compare it with other programs.
// @ts-check
"use strict"

var ArchiveQr = (() => {
  const QUIET = 4 // modules around the code
  /** For each version from 1, the codewords that correct errors in a block, and the number of blocks. */
  const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
  const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
  /** @type {((x: number, y: number) => boolean)[]} */
  const MASKS = [
    (x, y) => (x + y) % 2 === 0,
    (_, y) => y % 2 === 0,
    (x) => x % 3 === 0,
    (x, y) => (x + y) % 3 === 0,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
    (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
  ]

  /** How many codewords a version holds, those that correct errors included. */
  function capacity(/** @type {number} */ version) {
    const marks = version > 1 ? Math.floor(version / 7) + 2 : 0
    const free = (16 * version + 128) * version + 64 - (marks ? (25 * marks - 10) * marks - 55 : 0) - (version > 6 ? 36 : 0)
    return Math.floor(free / 8)
  }

  /** How many codewords of a version hold data. */
  function room(/** @type {number} */ version) {
    return capacity(version) - CORRECTION[version - 1] * BLOCKS[version - 1]
  }

  /** The product of two numbers in the field of 256 elements. */
  function multiply(/** @type {number} */ a, /** @type {number} */ b) {
    let product = 0
    for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a)
    return product
  }

  /** The polynomial by which so many codewords are divided, without its first term. */
  function divisor(/** @type {number} */ degree) {
    const terms = new Array(degree).fill(0)
    terms[degree - 1] = 1
    for (let i = 0, root = 1; i < degree; i++, root = multiply(root, 2))
      for (let j = 0; j < degree; j++) terms[j] = multiply(terms[j], root) ^ (terms[j + 1] || 0)
    return terms
  }

  /** The codewords that correct errors in a block. */
  function remainder(/** @type {number[]} */ data, /** @type {number[]} */ terms) {
    const rest = new Array(terms.length).fill(0)
    for (const word of data) {
      const factor = word ^ rest.shift()
      rest.push(0)
      terms.forEach((term, i) => (rest[i] ^= multiply(term, factor)))
    }
    return rest
  }

  /** Bytes as the data codewords of a version: what they are, how many, they, what fills the rest. */
  function pack(/** @type {Uint8Array} */ bytes, /** @type {number} */ version) {
    const size = room(version)
    const header = version < 10 ? [4, 2] : [4, 4] // hexadecimal digits of kind and number
    const digits = [header[0], ...bytes.length.toString(16).padStart(header[1], "0").split("").map((digit) => parseInt(digit, 16))]
    for (const byte of bytes) digits.push(byte >> 4, byte & 15)
    digits.push(0)
    const words = []
    for (let i = 0; i < digits.length; i += 2) words.push((digits[i] << 4) | (digits[i + 1] || 0))
    for (let fill = 0xec; words.length < size; fill ^= 0xec ^ 0x11) words.push(fill)
    return words.slice(0, size)
  }

  /** Data in blocks, each with what corrects it; the blocks' codewords by turns. */
  function interleave(/** @type {number[]} */ data, /** @type {number} */ version) {
    const count = BLOCKS[version - 1]
    const short = Math.floor(data.length / count)
    const long = data.length % count // so many blocks, the last ones, are longer by one
    const terms = divisor(CORRECTION[version - 1])
    const blocks = Array.from({ length: count }, (_, i) => {
      const start = i * short + Math.max(0, i - (count - long))
      return data.slice(start, start + short + (i >= count - long ? 1 : 0))
    })
    const checks = blocks.map((block) => remainder(block, terms))
    const turns = (/** @type {number[][]} */ lists, /** @type {number} */ length) =>
      /** @type {number[]} */ ([]).concat(...Array.from({ length }, (_, i) => lists.filter((list) => i < list.length).map((list) => list[i])))
    return [...turns(blocks, short + 1), ...turns(checks, terms.length)]
  }

  /** Where the small squares stand that help to straighten a code. */
  function alignments(/** @type {number} */ version) {
    if (version === 1) return []
    const count = Math.floor(version / 7) + 2
    const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
    return [6, ...Array.from({ length: count - 1 }, (_, i) => version * 4 + 10 - (count - 2 - i) * step)]
  }

  /** A code in the making: which modules are dark, and which are not data. */
  class Grid {
    constructor(/** @type {number} */ version) {
      this.size = version * 4 + 17
      this.dark = Array.from({ length: this.size }, () => new Uint8Array(this.size))
      this.fixed = Array.from({ length: this.size }, () => new Uint8Array(this.size))
      this.drawFixed(version)
    }

    set(/** @type {number} */ x, /** @type {number} */ y, /** @type {boolean | number} */ isDark) {
      if (x < 0 || y < 0 || x >= this.size || y >= this.size) return
      this.dark[y][x] = Number(isDark)
      this.fixed[y][x] = 1
    }

    /** A square of rings around a middle; the ring at each distance is dark or not. */
    square(/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ rings) {
      const reach = rings.length - 1
      for (let dy = -reach; dy <= reach; dy++)
        for (let dx = -reach; dx <= reach; dx++) this.set(x + dx, y + dy, rings[Math.max(Math.abs(dx), Math.abs(dy))] === "#")
    }

    drawFixed(/** @type {number} */ version) {
      const last = this.size - 1
      for (let i = 0; i < this.size; i++) {
        this.set(6, i, i % 2 === 0)
        this.set(i, 6, i % 2 === 0)
      }
      for (const [x, y] of [[3, 3], [last - 3, 3], [3, last - 3]]) this.square(x, y, "##.#.")
      const isTaken = (/** @type {number} */ x, /** @type {number} */ y) => [x, y].every((at) => at === 6 || at === last - 6) && (x === 6 || y === 6)
      for (const x of alignments(version)) for (const y of alignments(version)) if (!isTaken(x, y)) this.square(x, y, "#.#")
      this.drawFormat(0)
      if (version < 7) return
      const bits = (version << 12) | check(version, 12, 0x1f25)
      for (let i = 0; i < 18; i++) {
        this.set(last - 10 + (i % 3), Math.floor(i / 3), (bits >> i) & 1)
        this.set(Math.floor(i / 3), last - 10 + (i % 3), (bits >> i) & 1)
      }
    }

    /** The mask's number beside the large squares, twice; M is 0. */
    drawFormat(/** @type {number} */ mask) {
      const last = this.size - 1
      const bits = ((mask << 10) | check(mask, 10, 0x537)) ^ 0x5412
      for (let i = 0; i < 15; i++) {
        const bit = (bits >> i) & 1
        if (i < 8) this.set(last - i, 8, bit)
        else this.set(8, last - 14 + i, bit)
        if (i < 6) this.set(8, i, bit)
        else if (i < 8) this.set(8, i + 1, bit)
        else this.set(i === 8 ? 7 : 14 - i, 8, bit)
      }
      this.set(8, last - 7, 1)
    }

    /** Codewords in columns of two, from the right, upwards and downwards by turns; none over the line at 6. */
    drawData(/** @type {number[]} */ words) {
      let bit = 0
      for (let right = this.size - 1; right > 0; right -= right === 8 ? 3 : 2)
        for (let i = 0; i < this.size; i++)
          for (const x of [right, right - 1]) {
            const y = (right + 1) & 2 ? i : this.size - 1 - i
            if (this.fixed[y][x]) continue
            this.dark[y][x] = ((words[bit >> 3] || 0) >> (7 - (bit & 7))) & 1
            bit++
          }
    }

    /** Turns the data modules that a mask names; a second time, back. */
    apply(/** @type {number} */ mask) {
      for (let y = 0; y < this.size; y++)
        for (let x = 0; x < this.size; x++) if (!this.fixed[y][x] && MASKS[mask](x, y)) this.dark[y][x] ^= 1
    }
  }

  /** The remainder of a number that is divided as polynomials are. */
  function check(/** @type {number} */ value, /** @type {number} */ length, /** @type {number} */ by) {
    let rest = value
    for (let i = 0; i < length; i++) rest = (rest << 1) ^ ((rest >> (length - 1)) * by)
    return rest
  }

  const LARGE = /10111010000|00001011101/g // what a row of a large square looks like

  /** How hard a code would be to read: long runs, squares of four, what looks like a large square, more dark than light. */
  function penalty(/** @type {Uint8Array[]} */ dark) {
    const size = dark.length
    const rows = dark.map((row) => row.join(""))
    const columns = dark.map((_, x) => dark.map((row) => row[x]).join(""))
    let sum = 0
    for (const line of [...rows, ...columns]) {
      for (const run of line.match(/0{5,}|1{5,}/g) || []) sum += run.length - 2
      for (let found = LARGE.exec(line); found; found = LARGE.exec(line)) {
        sum += 40
        LARGE.lastIndex = found.index + 1 // two may share modules
      }
    }
    for (let y = 1; y < size; y++)
      for (let x = 1; x < size; x++) {
        const four = dark[y][x] + dark[y][x - 1] + dark[y - 1][x] + dark[y - 1][x - 1]
        if (four % 4 === 0) sum += 3
      }
    const share = rows.join("").replace(/0/g, "").length / (size * size)
    return sum + 10 * Math.floor(Math.abs(share - 0.5) * 20)
  }

  /** The modules of a text's code, row by row, 1 where dark; null where the text is too long. */
  function encode(/** @type {string} */ text) {
    const bytes = new TextEncoder().encode(text)
    let version = 1
    while (version <= BLOCKS.length && bytes.length > room(version) - (version < 10 ? 2 : 3)) version++
    if (version > BLOCKS.length) return null
    const grid = new Grid(version)
    grid.drawData(interleave(pack(bytes, version), version))
    const tried = MASKS.map((_, mask) => {
      grid.apply(mask)
      grid.drawFormat(mask)
      const sum = penalty(grid.dark)
      grid.apply(mask)
      return sum
    })
    const best = tried.indexOf(Math.min(...tried))
    grid.apply(best)
    grid.drawFormat(best)
    return grid.dark
  }

  /** A text's code as SVG with its quiet zone, one path; "" where the text is too long. The words name it to screen readers. */
  function svg(/** @type {string} */ text, /** @type {string} */ words) {
    const dark = encode(text)
    if (!dark) return ""
    const size = dark.length + 2 * QUIET
    let runs = ""
    dark.forEach((row, y) => {
      row.join("").replace(/1+/g, (run, /** @type {number} */ x) => (runs += `M${x + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`))
    })
    const label = words.replace(/&/g, "&amp;").replace(/"/g, "&quot;")
    return `<svg class="worksheet-code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${runs}"/></svg>`
  }

  return { encode, svg }
})()
