// Simplified characters → Traditional ones, by the table that the site has of its own texts (scripts/text/traditional.py): each
// character's form, and strings in which a character has another. A text stays as long as it was, letter under letter.
// @ts-check
"use strict"

const ArchiveForms = (() => {
  /** @typedef {{characters: string, words: string}} Table Pairs: 发發, 一并一併, words with blanks between. */

  /** Returns the function that writes a text in Traditional characters. */
  function makeConverter(/** @type {Table} */ table) {
    /** @type {Map<string, string>} */
    const characters = new Map()
    for (let place = 0; place < table.characters.length; place += 2) characters.set(table.characters[place], table.characters[place + 1])
    /** @type {Map<number, Map<string, string>>} */
    const words = new Map()
    for (const pair of table.words ? table.words.split(" ") : []) {
      const length = pair.length / 2
      words.set(length, (words.get(length) || new Map()).set(pair.slice(0, length), pair.slice(length)))
    }
    const lengths = [...words.keys()].sort((a, b) => a - b)

    return (/** @type {string} */ text) => {
      const found = text.split("").map((letter) => characters.get(letter) || letter)
      for (const length of lengths) {
        const own = /** @type {Map<string, string>} */ (words.get(length))
        for (let place = 0; place + length <= text.length; place++) {
          const word = own.get(text.slice(place, place + length))
          if (word) for (let step = 0; step < length; step++) found[place + step] = word[step]
        }
      }
      return found.join("")
    }
  }

  return { makeConverter }
})()
