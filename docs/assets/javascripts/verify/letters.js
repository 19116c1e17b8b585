// Words as they are compared: folded as the search folds them, or with only blanks and quotation marks evened out; what
// scripts/verify/match/letters.py does. Two texts that are the same when evened out are so letter for letter.
// @ts-check
"use strict"

var ArchiveLetters = (() => {
  const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3134f}"
  const CJK = `${HAN}、。“”‘’《》〈〉〔〕【】「」『』—…·，：；！？（）`
  const CHINESE = new RegExp(`^[${CJK}]$`, "u")
  const LINE_END = /[^\S\n]*\n\s*/g
  const MARKS = /[“”‘’「」『』＂＇'«»„‟]/g
  const NOTHING = /[\u00ad\u200b\u2060\ufeff]/g
  // what is composed by itself: marks piled on one letter cost the square of their number
  const PIECE = /[^][^\s\u3400-\u9fff]{0,200}/g
  /** @type {Map<string, string> | null} */
  let readings = null

  /** A folded text in which 著力 is read as 着力. */
  function reread(/** @type {string} */ folded) {
    if (!readings) {
      const joined = [...ArchiveSearchData.head.readings]
      readings = new Map(joined.slice(0, joined.length / 2).map((character, i) => [character, joined[joined.length / 2 + i]]))
    }
    const known = readings
    return folded.replace(/[^\x00-\x7f]/g, (character) => known.get(character) || character)
  }

  /** A text folded, and the place in it of each of its characters. @returns {Folded} */
  function foldPlaces(/** @type {string} */ text) {
    const { text: folded, map } = ArchiveText.fold(text)
    return { text: reread(folded), map }
  }

  /** A text as words are compared. */
  function fold(/** @type {string} */ text) {
    return foldPlaces(text).text
  }

  /** What the end of a line stands for: nothing beside Chinese, else what it is. */
  function joinLines(/** @type {string} */ end, /** @type {number} */ place, /** @type {string} */ text) {
    const [before] = [...text.slice(Math.max(0, place - 2), place)].slice(-1)
    const [after] = text.slice(place + end.length, place + end.length + 2)
    return CHINESE.test(before || "") || CHINESE.test(after || "") ? "" : end
  }

  /** A text with its line ends, blanks and quotation marks evened out. */
  function even(/** @type {string} */ text) {
    const plain = text.replace(PIECE, (piece) => piece.normalize("NFC")).replace(NOTHING, "")
    return plain.replace(LINE_END, joinLines).replace(/\s+/g, " ").trim().replace(MARKS, '"')
  }

  return { fold, foldPlaces, even, HAN }
})()
