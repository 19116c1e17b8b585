// Numbers and posting lists as the data's files write them, in base 64; `scripts/write/search/posting_lists.py` says how.
// @ts-check
"use strict"

var ArchiveNumbers = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  const VALUES = new Uint8Array(128)
  for (let i = 0; i < DIGITS.length; i++) VALUES[DIGITS.charCodeAt(i)] = i
  const { clz32 } = Math
  const DIGIT = 6 // bits in each digit of Rice codes
  const MOST_HELD = 30 // bits at a time

  /** The numbers of a text, each a variable-length quantity. */
  function readNumbers(/** @type {string} */ text) {
    const numbers = new Int32Array(text.length)
    let count = 0
    let value = 0
    let shift = 0
    for (let i = 0; i < text.length; i++) {
      const digit = VALUES[text.charCodeAt(i)]
      value |= (digit & 31) << shift
      if (digit > 31) shift += 5
      else {
        numbers[count++] = value
        value = shift = 0
      }
    }
    return numbers.subarray(0, count)
  }

  /** A posting list: the positions, rising, from their differences. */
  function readPositions(/** @type {string} */ text) {
    const positions = readCodes(text)
    let position = -1
    for (let i = 0; i < positions.length; i++) positions[i] = position += positions[i] + 1
    return positions
  }

  /** The numbers of a text in Rice codes without low bits: each is so many ones and a zero. */
  function readOnes(/** @type {string} */ text) {
    const numbers = new Int32Array((text.length - 1) * DIGIT + 1)
    let count = 0
    let high = 0
    for (let place = 1; place < text.length; place++) {
      const digit = VALUES[text.charCodeAt(place)]
      for (let bit = DIGIT - 1; bit >= 0; bit--) {
        const one = (digit >> bit) & 1
        numbers[count] = high // which stays only if a zero ends it
        count += 1 - one
        high = one * (high + 1)
      }
    }
    return numbers.subarray(0, count)
  }

  /** The numbers of a text in Rice codes (scripts/write/search/posting_lists.py). */
  function readCodes(/** @type {string} */ text) {
    const low = VALUES[text.charCodeAt(0)]
    if (!low) return readOnes(text)
    const numbers = new Int32Array(Math.floor(((text.length - 1) * DIGIT) / (low + 1)))
    const mask = (1 << low) - 1
    let count = 0
    let held = 0 // bits that were read, and how many of them no number has taken yet
    let left = 0
    let place = 1
    let high = 0
    for (;;) {
      while (left <= MOST_HELD - DIGIT && place < text.length) {
        held = (held << DIGIT) | VALUES[text.charCodeAt(place++)]
        left += DIGIT
      }
      if (!left) return numbers.subarray(0, count)
      const zeros = ~held & ((1 << left) - 1)
      if (!zeros) {
        high += left
        left = 0
        continue
      }
      const ones = clz32(zeros) - (32 - left)
      high += ones
      left -= ones + 1
      if (low <= left) {
        left -= low
        numbers[count++] = (high << low) | ((held >> left) & mask)
        high = 0
        continue
      }
      let value = high
      for (let wanted = low; wanted > 0; ) {
        while (left <= MOST_HELD - DIGIT && place < text.length) {
          held = (held << DIGIT) | VALUES[text.charCodeAt(place++)]
          left += DIGIT
        }
        const taken = wanted < left ? wanted : left
        left -= taken
        value = (value << taken) | ((held >> left) & ((1 << taken) - 1))
        wanted -= taken
      }
      numbers[count++] = value
      high = 0
    }
  }

  /** The first place in a sorted list whose value is not below another. */
  function lowerBound(/** @type {ArrayLike<string> | ArrayLike<number>} */ list, /** @type {string | number} */ value, from = 0) {
    let low = from
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle] < value) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The same of numbers, where it is most likely near the place to begin at. */
  function seek(/** @type {Int32Array} */ list, /** @type {number} */ value, /** @type {number} */ from) {
    let low = from
    let step = 1
    for (; low + step < list.length && list[low + step] < value; step *= 2) low += step
    let high = low + step < list.length ? low + step : list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle] < value) low = middle + 1
      else high = middle
    }
    return low
  }

  return { readNumbers, readCodes, readPositions, lowerBound, seek }
})()
