// The other names of what a reader searches for, from the entries of the glossary whose name the query is: other forms,
// abbreviations, the English or the Chinese, the body that an abolished one became. They are offered, never searched.
// @ts-check
"use strict"

var ArchiveSearchAlso = (() => {
  const MOST = 6
  // 2018年机构改革后为吉林省农业农村厅  并入济南市市场监督管理局
  const BECAME = /(?:后为|改为|更名为|并入|划归|设|和|归)([\u4e00-\u9fff]{2,20}?(?:厅|局|委员会|部|总局|管理局|院))(?=[，。；、和]|$)/g
  // 省工商局: what is typed without its place
  const PLACED = /^(?:省|市|区|县)/

  const plain = (/** @type {string} */ text) => ArchiveText.fold(text).text

  /** The names without their pinyin, of which the last three are one: spaced, whole, initials. */
  function withoutPinyin(/** @type {string[]} */ names) {
    const isSpelling = (/** @type {string} */ name) => /^[a-z ]+$/.test(name)
    const spaced = names.findIndex((name, i) => i > 0 && isSpelling(name) && names.slice(i + 1).some((other) => other === name.split(" ").map((syllable) => syllable[0]).join("")))
    return spaced < 0 ? names : names.slice(0, spaced)
  }

  /** The bodies that a passage on an abolished one names. */
  function successors(/** @type {Hit} */ hit) {
    /** @type {string[]} */
    const found = []
    if (hit.zh.collection.kind === "organisation") hit.zh.passages.filter((_, i) => i % 2).join("。").replace(BECAME, (whole, name) => (found.push(name), whole))
    return found
  }

  /**
   * Other names for the words of a query, the nearest first.
   * @param {string} words
   * @param {Hit[]} hits  the best entries
   */
  function names(words, hits) {
    const typed = plain(words)
    /** @type {string[]} */
    const found = []
    const own = hits.filter(({ zh, en }) => [zh.title, en.title].some((title) => title && plain(title) === typed))
    for (const hit of own.length ? own : hits) {
      const all = [...hit.zh.names, ...withoutPinyin(hit.en.names)].filter(Boolean)
      const isNamed = all.some((name) => plain(name) === typed || (hit.zh.collection.kind === "organisation" && plain(name).replace(PLACED, "") === typed))
      if (typed && isNamed) found.push(...successors(hit), ...all)
    }
    /** @type {Map<string, string>} */
    const distinct = new Map()
    for (const name of found) if (plain(name) !== typed && !distinct.has(plain(name))) distinct.set(plain(name), name)
    return [...distinct.values()].slice(0, MOST)
  }

  return { names }
})()
