// How the words of the archive are read: which words an answer in pinyin may mean, and which characters sound alike.
// @ts-check
"use strict"

/**
 * @typedef {object} Sounds
 * @property {Map<string, string>} readings  of each character
 * @property {Map<string, string>} second  other readings
 * @property {Map<string, string[]>} words  by their letters
 * @property {Map<string, string[]>} near  by their letters as those spell who do not tell zh from z and ang from an
 * @property {Map<string, string[]>} initials
 * @property {Map<string, string[]>} syllables  characters by their reading
 * @property {Map<string, string[]>} spelt  the syllables of each word
 * @property {Map<string, string[]>} having  the words that have a character
 * @property {Map<string, number>} places  of the words in their list: the frequent come first
 */

var ArchivePinyin = (() => {
  const LONGEST_WORD = 24 // letters
  const MOST_LETTERS = 40
  const MOST_WORDS = 12 // that are read alike
  const MOST_WAYS = 24

  /** @type {Promise<Sounds> | null} */
  let opened = null

  /** Letters without the differences that many speakers do not hear. */
  const blur = (/** @type {string} */ letters) => letters.replace(/([zcs])h/g, "$1").replace(/([aei])ng/g, "$1n").replace(/^n(?=[aeiouv])/, "l")

  function add(/** @type {Map<string, string[]>} */ map, /** @type {string} */ key, /** @type {string} */ value) {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }

  /** How a word is read: as it is, and with each of its characters that has a second reading read so. */
  function spellings(/** @type {string} */ word, /** @type {string[]} */ own, /** @type {Map<string, string>} */ second) {
    const all = [own]
    for (let i = 0; i < word.length; i++) {
      const other = second.get(word[i])
      if (other && own.length === word.length) all.push(own.map((syllable, at) => (at === i ? other : syllable)))
    }
    return all
  }

  /** Reads how characters and words are read. @returns {Promise<Sounds>} */
  async function read() {
    const [list, otherwise, seconds, names] = /** @type {string[]} */ (await ArchiveSearchData.bring("sounds"))
    const vocabulary = new Set(/** @type {string} */ (await ArchiveSearchData.bring("words")).split(" ").concat(names.split(" ").filter(Boolean)))
    const second = new Map(seconds.split(",").map((line) => /** @type {[string, string]} */ (line.split(" "))))
    const [readings, syllables, spelt] = [new Map(), new Map(), new Map()]
    for (const line of list.split(",")) {
      const [syllable, characters] = line.split(" ")
      syllables.set(syllable, [...characters])
      for (const character of characters) readings.set(character, syllable)
    }
    for (const line of otherwise.split(",")) spelt.set(line.split(" ")[0], line.split(" ").slice(1))
    const [words, near, initials, having, places] = [new Map(), new Map(), new Map(), new Map(), new Map()]
    for (const word of vocabulary) {
      const own = spelt.get(word) || [...word].map((character) => readings.get(character) || character)
      spelt.set(word, own)
      places.set(word, places.size)
      for (const character of new Set(word)) add(having, character, word)
      for (const spelling of spellings(word, own, second)) {
        add(words, spelling.join(""), word)
        add(near, blur(spelling.join("")), word)
        add(initials, spelling.map((syllable) => syllable[0]).join(""), word)
      }
    }
    return { readings, second, words, near, initials, syllables, spelt, having, places }
  }

  /** What is known of sounds, read once. */
  function open() {
    if (!opened) {
      opened = read()
      opened.catch(() => (opened = null))
    }
    return opened
  }

  /**
   * The strings of words that are read so, with the fewest words first.
   * @param {string} letters
   * @param {Map<string, string[]>} words  by their letters
   */
  function spell(letters, words) {
    /** @type {{text: string, count: number}[][]} for each place the ways to come there */
    const ways = [[{ text: "", count: 0 }]]
    for (let end = 1; end <= letters.length; end++) {
      ways[end] = []
      for (let start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
        if (!ways[start].length) continue
        const own = words.get(letters.slice(start, end))
        if (!own) continue
        for (const way of ways[start]) for (const word of own.slice(0, MOST_WORDS)) ways[end].push({ text: way.text + word, count: way.count + 1 })
      }
      ways[end].sort((a, b) => a.count - b.count)
      ways[end].splice(MOST_WAYS)
    }
    return ways[letters.length].filter(({ text }) => text !== "")
  }

  /** The words that are read as a string is, or nearly so. */
  function readAlike(/** @type {string} */ string, /** @type {Sounds} */ { readings, second, near }) {
    const own = [...string].map((character) => readings.get(character) || character)
    return ArchiveLists.flatten(spellings(string, own, second).map((spelling) => near.get(blur(spelling.join(""))) || []))
  }

  const LETTERS = "abcdefghijklmnopqrstuvwxyz"

  /** Letters with one mistake undone: two swapped, one put in, left out or changed; the likeliest first. */
  function mended(/** @type {string} */ letters) {
    const swapped = []
    const others = []
    for (let i = 0; i < letters.length; i++) {
      const [before, after] = [letters.slice(0, i), letters.slice(i + 1)]
      if (after && after[0] !== letters[i]) swapped.push(before + after[0] + letters[i] + after.slice(1))
      swapped.push(before + after)
      for (const letter of LETTERS) others.push(before + letter + after, before + letter + letters.slice(i))
    }
    for (const letter of LETTERS) others.push(letters + letter)
    return [...new Set(swapped.concat(others))].filter((other) => other !== letters)
  }

  /**
   * What may be meant by letters, the likeliest first: exactly so, by initials, as those spell who do not tell zh from z, with
   * one mistake.
   * @returns {Promise<{exact: string[], near: string[]}>}
   */
  async function meant(/** @type {string} */ typed) {
    const letters = typed.toLowerCase().replace(/ü/g, "v").replace(/[^a-z]/g, "")
    if (letters.length < 2 || letters.length > MOST_LETTERS) return { exact: [], near: [] }
    const { words, near, initials } = await open()
    const texts = (/** @type {{text: string}[]} */ list) => list.map(({ text }) => text)
    const byInitials = (initials.get(letters) || []).concat(initials.get(letters.replace(/([zcs])h/g, "$1")) || [])
    const spelt = texts(spell(letters, words))
    const exact = spelt.concat(byInitials)
    const fuzzy = texts(spell(blur(letters), near))
    const wrong = spelt.length ? [] : spellMended(letters, words) // who spells words makes no mistake
    const both = letters.length > 8 && !spelt.length && !wrong.length ? spellMended(blur(letters), near) : []
    return { exact: [...new Set(exact)], near: [...new Set(fuzzy.concat(texts(wrong), texts(both)))].filter((text) => !exact.includes(text)) }
  }

  /** The strings of words that letters with one mistake may be meant as. */
  function spellMended(/** @type {string} */ letters, /** @type {Map<string, string[]>} */ words) {
    return ArchiveLists.flatten(mended(letters).map((other) => spell(other, words))).sort((a, b) => a.count - b.count)
  }

  return { open, meant, blur, readAlike }
})()
