// How MiniSearch is set up, for the page and for the program that builds its index: VitePress's settings (prefixes, close
// spellings, the title above the text), and for Chinese the pairs of characters of lucaong/minisearch#201, without close
// spellings; all of what was typed must be there, for with pairs “any of it” finds nearly everything.
;(() => {
  const SPACE_OR_PUNCTUATION = /[\n\r\p{Z}\p{P}]+/u
  // 质量强市 in 2018年质量强市
  const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/g
  const ONLY_HAN = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+$/

  /** 质量强市 → 质量, 量强, 强市; a single character as it is. */
  const pairs = (run) => (run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)))

  const tokenize = (text) =>
    text
      .replace(HAN, " $& ")
      .split(SPACE_OR_PUNCTUATION)
      .filter(Boolean)
      .flatMap((word) => (ONLY_HAN.test(word) ? pairs(word) : [word]))

  globalThis.OPTIONS = {
    fields: ["title", "text"],
    storeFields: ["title"],
    tokenize,
    searchOptions: {
      boost: { title: 4, text: 2 },
      prefix: true,
      fuzzy: (term) => (ONLY_HAN.test(term) ? false : 0.2),
      combineWith: "AND",
    },
  }
})()
