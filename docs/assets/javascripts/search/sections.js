// The words of sections, brought for those that are shown: some sections a file, packed, each language by itself.
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
  const TOGETHER = 18 // so many sections of entries and pages are in a file at most; of policies, the head says

  /** what was made of a head: with which section each file begins @type {{head: Head | null, firsts: number[]}} */
  let laid = { head: null, firsts: [] }

  /** With which section each file begins: a policy's sections stand together, or in parts of about one size. */
  function firstsOf(/** @type {Head} */ head) {
    const firsts = [0]
    let held = 0
    ArchivePostings.readNumbers(head.sections).forEach((count, collection) => {
      const most = collection < head.policies ? head.together : TOGETHER
      const parts = Math.ceil(count / most)
      for (let part = 0; part < parts; part++) {
        const size = Math.floor(((part + 1) * count) / parts) - Math.floor((part * count) / parts)
        if (held && held + size > most) {
          firsts.push(firsts[firsts.length - 1] + held)
          held = 0
        }
        held += size
      }
    })
    return firsts
  }

  /** The number of the file that a section is in, and its place there. */
  function placeOf(/** @type {number} */ ordinal) {
    const { head } = ArchiveSearchData
    if (laid.head !== head) laid = { head, firsts: firstsOf(head) }
    const number = ArchivePostings.lowerBound(laid.firsts, ordinal + 1) - 1
    return { number, place: ordinal - laid.firsts[number] }
  }

  /** The sections of a file. @returns {Promise<TextFile>} */
  function bringFile(/** @type {Language} */ language, /** @type {number} */ number) {
    const pieces = ArchiveSearchData.make(`pieces-${language}`, (/** @type {PiecesValue} */ value) => new ArchivePacked.Pieces(value))
    return ArchiveSearchData.make(`text-${language}-${number}`, async (packed) => JSON.parse((await pieces).read(packed)))
  }

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
    const places = ordinals.map(placeOf)
    const files = await Promise.all(places.map(({ number }) => bringFile(language, number)))
    return places.map(({ place }, i) => new Section(language, files[i].s[place], files[i]))
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
