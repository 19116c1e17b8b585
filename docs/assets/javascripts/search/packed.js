// Packed texts → the texts as they were: base-64 digits are bytes, deflated (RFC 1951) after a beginning that all texts have
// in common; what they inflate to are the numbers of pieces. What is packed how, `scripts/write/search/pieces.py` says.
// @ts-check
"use strict"

/**
 * @typedef {[number, string[], string]} PiecesValue  from which byte on two bytes are a piece, the pieces, and the packed beginning
 * @typedef {{longest: number, table: Uint16Array}} Code  for all bits that may come next, the symbol, times 16, and how many of them are its own
 */

var ArchivePacked = (() => {
  const LONGEST_CODE = 15
  const END = 256 // the symbol behind the last byte of a block; those above are lengths of what is repeated
  const LENGTH_CODES = 29
  const DISTANCE_CODES = 30
  // in which order a block says how long the codes are in which it says how long its codes are
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  const ESCAPE = 0 // a character that is no piece: its code unit follows

  /** The first value of each code for a number, and how many bits tell the rest: `each` codes have as many bits. */
  function makeRanges(/** @type {number} */ count, /** @type {number} */ first, /** @type {number} */ each) {
    const [values, bits] = [new Uint16Array(count), new Uint8Array(count)]
    for (let code = 0, value = first; code < count; value += 1 << bits[code++]) {
      values[code] = value
      bits[code] = Math.max(0, Math.floor(code / each) - 1)
    }
    return { values, bits }
  }

  const LENGTHS = makeRanges(LENGTH_CODES, 3, 4)
  const DISTANCES = makeRanges(DISTANCE_CODES, 1, 2)
  LENGTHS.values[LENGTH_CODES - 1] = 258 // the longest has a code of its own
  LENGTHS.bits[LENGTH_CODES - 1] = 0

  /** The code whose symbols have codes of these lengths; those of one length rise with their symbols. @returns {Code} */
  function makeCode(/** @type {ArrayLike<number>} */ lengths) {
    const counts = new Uint16Array(LONGEST_CODE + 1)
    for (let symbol = 0; symbol < lengths.length; symbol++) if (lengths[symbol]) counts[lengths[symbol]]++
    const codes = new Uint32Array(LONGEST_CODE + 2)
    let longest = 0
    for (let length = 1; length <= LONGEST_CODE; length++) {
      codes[length + 1] = (codes[length] + counts[length]) << 1
      if (counts[length]) longest = length
    }
    const table = new Uint16Array(1 << longest)
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol]
      if (!length) continue
      const first = turned(codes[length]++, length)
      for (let bits = first; bits < table.length; bits += 1 << length) table[bits] = (symbol << 4) | length
    }
    return { longest, table }
  }

  /** Bits in the order in which they come: the highest of a code comes first. */
  function turned(/** @type {number} */ code, /** @type {number} */ length) {
    let bits = 0
    for (let i = 0; i < length; i++) bits |= ((code >> i) & 1) << (length - 1 - i)
    return bits
  }

  const FIXED = {
    literals: makeCode(Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8))),
    distances: makeCode(new Uint8Array(DISTANCE_CODES).fill(5)),
  }

  /** Bytes as a row of bits, the lowest of each byte first. */
  class Bits {
    constructor(/** @type {Uint8Array} */ bytes) {
      this.bytes = bytes
      this.place = 0
      this.held = 0
      this.count = 0
    }

    /** The next bits as a number. */
    take(/** @type {number} */ count) {
      while (this.count < count) {
        this.held |= this.next() << this.count
        this.count += 8
      }
      const value = this.held & ((1 << count) - 1)
      this.held >>>= count
      this.count -= count
      return value
    }

    /** Goes on at the next whole byte that is not taken yet. */
    toByte() {
      this.place -= this.count >> 3
      this.held = this.count = 0
    }

    /** The next whole byte. */
    next() {
      if (this.place >= this.bytes.length) throw new Error("a packed text is cut off")
      return this.bytes[this.place++]
    }

    /** The next symbol of a code. */
    symbol(/** @type {Code} */ { longest, table }) {
      while (this.count < longest && this.place < this.bytes.length) {
        this.held |= this.bytes[this.place++] << this.count
        this.count += 8
      }
      const found = table[this.held & (table.length - 1)]
      const length = found & 15
      if (!length || length > this.count) throw new Error("a packed text is damaged")
      this.held >>>= length
      this.count -= length
      return found >> 4
    }
  }

  /** Bytes that grow. */
  class Output {
    constructor(/** @type {Uint8Array} */ beginning, /** @type {number} */ room) {
      this.bytes = new Uint8Array(beginning.length + room)
      this.bytes.set(beginning)
      this.size = beginning.length
    }

    add(/** @type {number} */ byte) {
      if (this.size === this.bytes.length) this.grow()
      this.bytes[this.size++] = byte
    }

    /** Adds what stands so far back once more. */
    repeat(/** @type {number} */ length, /** @type {number} */ distance) {
      if (distance > this.size) throw new Error("a packed text is damaged")
      while (this.size + length > this.bytes.length) this.grow()
      for (let i = 0; i < length; i++, this.size++) this.bytes[this.size] = this.bytes[this.size - distance]
    }

    grow() {
      const former = this.bytes
      this.bytes = new Uint8Array(2 * former.length + END)
      this.bytes.set(former)
    }
  }

  /** The codes that a block brings. */
  function readCodes(/** @type {Bits} */ bits) {
    const [literals, distances, told] = [bits.take(5) + END + 1, bits.take(5) + 1, bits.take(4) + 4]
    const order = new Uint8Array(ORDER.length)
    for (let i = 0; i < told; i++) order[ORDER[i]] = bits.take(3)
    const code = makeCode(order)
    const lengths = new Uint8Array(literals + distances)
    for (let i = 0; i < lengths.length; ) {
      const symbol = bits.symbol(code)
      if (symbol < 16) lengths[i++] = symbol
      else {
        const length = symbol === 16 ? lengths[i - 1] : 0 // the one before again, or nothing, several times
        const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)
        lengths.fill(length, i, i + times)
        i += times
      }
    }
    return { literals: makeCode(lengths.subarray(0, literals)), distances: makeCode(lengths.subarray(literals)) }
  }

  /** Adds what a block of codes says. */
  function inflateBlock(/** @type {Bits} */ bits, /** @type {Output} */ output, /** @type {{literals: Code, distances: Code}} */ codes) {
    for (let symbol = bits.symbol(codes.literals); symbol !== END; symbol = bits.symbol(codes.literals)) {
      if (symbol < END) output.add(symbol)
      else {
        const length = symbol - END - 1
        const repeated = LENGTHS.values[length] + bits.take(LENGTHS.bits[length])
        const distance = bits.symbol(codes.distances)
        output.repeat(repeated, DISTANCES.values[distance] + bits.take(DISTANCES.bits[distance]))
      }
    }
  }

  /** Adds bytes that a block holds as they are. */
  function copyBlock(/** @type {Bits} */ bits, /** @type {Output} */ output) {
    bits.toByte()
    const size = bits.next() | (bits.next() << 8)
    bits.place += 2 // its size again, turned
    for (let i = 0; i < size; i++) output.add(bits.next())
  }

  /** Bytes as they were before they were deflated after a beginning. */
  function inflate(/** @type {Uint8Array} */ bytes, /** @type {Uint8Array} */ beginning) {
    const [bits, output] = [new Bits(bytes), new Output(beginning, 4 * bytes.length)]
    for (let isLast = 0; !isLast; ) {
      isLast = bits.take(1)
      const kind = bits.take(2)
      if (kind === 0) copyBlock(bits, output)
      else inflateBlock(bits, output, kind === 1 ? FIXED : readCodes(bits))
    }
    return output.bytes.subarray(beginning.length, output.size)
  }

  /** The bytes that base-64 digits say. */
  function readDigits(/** @type {string} */ digits) {
    const text = atob(digits)
    const bytes = new Uint8Array(text.length)
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
    return bytes
  }

  /** What texts are written in. */
  class Pieces {
    constructor(/** @type {PiecesValue} */ [singles, pieces, beginning]) {
      this.singles = singles
      this.pieces = pieces
      this.beginning = readDigits(beginning)
    }

    /** A packed text as it was. */
    read(/** @type {string} */ packed) {
      const { singles, pieces } = this
      const bytes = inflate(readDigits(packed), this.beginning)
      let text = ""
      for (let i = 0; i < bytes.length; ) {
        const byte = bytes[i++]
        if (byte === ESCAPE) {
          text += String.fromCharCode(bytes[i] | (bytes[i + 1] << 8))
          i += 2
        } else text += byte < singles ? pieces[byte - 1] : pieces[singles - 1 + ((byte - singles) << 8) + bytes[i++]]
      }
      return text
    }
  }

  return { Pieces }
})()
