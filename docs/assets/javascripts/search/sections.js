// The words of sections, brought for those that are shown: 16 sections a file, each language by itself.
// @ts-check
"use strict"

/**
 * @typedef {object} CollectionWords  what results say of a page
 * @property {string} kind  policy, term, indicator, organisation, document, topic, page
 * @property {string} path  its address below the root of its language
 * @property {string} title
 * @property {string} place
 * @property {string} year
 * @typedef {{anchor: string, text: string, language: Language, isName: boolean, isDraft: boolean}} Unit  a draft is English that nobody has confirmed yet
 * @typedef {[number, string, string, string[], string[], number[]?]} SectionValue  collection, anchor, label, names, anchors and passages, which units are drafts
 * @typedef {{c: Record<string, [string, string, string, string, string]>, s: SectionValue[]}} TextFile
 * @typedef {{zh: InstanceType<typeof ArchiveSections.Section>, en: InstanceType<typeof ArchiveSections.Section>}} BothSections
 */

var ArchiveSections = (() => {
  const PER_FILE = 16

  /** A section's words in one language. */
  class Section {
    constructor(/** @type {Language} */ language, /** @type {SectionValue} */ value, /** @type {TextFile} */ file) {
      const [collection, anchor, label, names, passages, drafts = []] = value
      const [kind, path, title, place, year] = file.c[collection]
      this.language = language
      /** @type {CollectionWords} */
      this.collection = { kind, path, title, place, year }
      this.anchor = anchor
      this.label = label
      this.names = names
      this.passages = passages
      this.drafts = drafts
    }

    get title() {
      return this.names[0]
    }

    /** The names and passages, in the order of the index. @returns {Unit[]} */
    units() {
      const { language, anchor, drafts } = this
      const isDraft = (/** @type {number} */ unit) => drafts.includes(unit)
      const units = this.names.map((text, i) => ({ anchor, text, language, isName: true, isDraft: isDraft(i) }))
      for (let i = 0; i < this.passages.length; i += 2) {
        units.push({ anchor: this.passages[i], text: this.passages[i + 1], language, isName: false, isDraft: isDraft(units.length) })
      }
      return units
    }

    /** The place of the section, or of a passage in it. @returns {Place} */
    place(anchor = this.anchor) {
      return { path: this.collection.path, anchor }
    }
  }

  /** Sections in one language, in the order they are asked for. */
  async function bringIn(/** @type {number[]} */ ordinals, /** @type {Language} */ language) {
    const numbers = [...new Set(ordinals.map((ordinal) => Math.floor(ordinal / PER_FILE)))]
    /** @type {Map<number, TextFile>} */
    const files = new Map()
    await Promise.all(numbers.map(async (number) => files.set(number, await ArchiveSearchData.bring(`text-${language}-${number}`))))
    return ordinals.map((ordinal) => {
      const file = /** @type {TextFile} */ (files.get(Math.floor(ordinal / PER_FILE)))
      return new Section(language, file.s[ordinal % PER_FILE], file)
    })
  }

  /**
   * The words of sections in the languages asked for; a language that was not asked for is not there.
   * @param {number[]} ordinals
   * @param {Language[]} languages
   * @returns {Promise<BothSections[]>}
   */
  async function bring(ordinals, languages) {
    const texts = await Promise.all(languages.map((language) => bringIn(ordinals, language)))
    return ordinals.map((_, i) => {
      const both = /** @type {BothSections} */ ({})
      languages.forEach((language, l) => (both[language] = texts[l][i]))
      return both
    })
  }

  return { bring, Section }
})()
