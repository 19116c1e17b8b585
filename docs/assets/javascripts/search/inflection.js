// English words without their inflection, for finding `policies` by `policy`, and `organization` by `organisation`.
//
// Plurals and verb endings go by the steps 1 and 5 of Porter's algorithm (M. F. Porter, An algorithm for suffix
// stripping, 1980); derivations stay: a standard is no standardization. British and American spellings are one.
// @ts-check
"use strict"

var ArchiveInflection = (() => {
  // irregular forms that policies have
  const IRREGULAR = new Map(
    Object.entries({
      analyses: "analysis", bases: "basis", criteria: "criterion", indices: "index", children: "child", men: "man", women: "woman",
      built: "build", made: "make", taken: "take", took: "take", given: "give", gave: "give", led: "lead", held: "hold", kept: "keep",
      sold: "sell", bought: "buy", brought: "bring", grew: "grow", grown: "grow", began: "begin", begun: "begin", broken: "break",
      chosen: "choose", drawn: "draw", driven: "drive", drove: "drive", known: "know", laid: "lay", met: "meet", paid: "pay", ran: "run",
      seen: "see", sent: "send", shown: "show", spent: "spend", spoken: "speak", taught: "teach", thought: "think", undertaken: "undertake",
      undertook: "undertake", won: "win", written: "write", wrote: "write", found: "find", became: "become", overcame: "overcome",
      better: "good", best: "good", lives: "life", halves: "half", thus: "thus", series: "series", species: "species", news: "news",
    }),
  )
  // British, American: the first that fits is taken
  /** @type {[RegExp, string][]} */
  const SPELLINGS = [
    [/is(ation|ations|e|ed|es|er|ers|ing|able)$/, "iz$1"],
    [/([a-z]{2})ys(e|ed|es|er|ers|ing)$/, "$1yz$2"],
    [/([a-z]{2}[^aeiou]|avi)our(s|ed|ing|able|ite|al)?$/, "$1or$2"],
    [/([a-z]{2})tre(s|d)?$/, "$1ter$2"],
    [/(def|off|lic|pret)ence(s|d)?$/, "$1ense$2"],
    [/(lic|def|pract)i?enc(e|es|ed|ing)$/, "$1ens$2"],
    [/(gram)me(s)?$/, "$1$2"],
    [/([ao]log)ue(s)?$/, "$1$2"],
    [/(fulfi|insta|enro)ll?ment(s)?$/, "$1lment$2"],
  ]

  const SWAPS = [["iz", "is"], ["is", "iz"], ["yz", "ys"], ["ys", "yz"]]

  /** A word in American spelling, where it has two. */
  function american(/** @type {string} */ word) {
    if (word.length < 5) return word
    for (const [pattern, replacement] of SPELLINGS) if (pattern.test(word)) return word.replace(pattern, replacement)
    return word
  }

  const isVowel = (/** @type {string} */ word, /** @type {number} */ i) =>
    "aeiou".includes(word[i]) || (word[i] === "y" && i > 0 && !"aeiou".includes(word[i - 1]))

  /** How many times a vowel is followed by a consonant: Porter's measure. */
  function measure(/** @type {string} */ word) {
    let count = 0
    for (let i = 1; i < word.length; i++) if (isVowel(word, i - 1) && !isVowel(word, i)) count++
    return count
  }

  const hasVowel = (/** @type {string} */ word) => [...word].some((_, i) => isVowel(word, i))

  /** Whether a word ends in consonant, vowel, consonant, the last no w, x or y: the e of hop|ed → hope comes back. */
  function isShort(/** @type {string} */ word) {
    const last = word.length - 1
    return last > 1 && !isVowel(word, last) && isVowel(word, last - 1) && !isVowel(word, last - 2) && !"wxy".includes(word[last])
  }

  /** A verb's stem after its -ed or -ing was taken off. */
  function mendStem(/** @type {string} */ stem) {
    if (/(?:at|bl|iz)$/.test(stem) || stem.length < 3) return stem + "e"
    if (/([^aeioulsz])\1$/.test(stem)) return stem.slice(0, -1)
    return measure(stem) === 1 && isShort(stem) ? stem + "e" : stem
  }

  /** @type {Map<string, string>} */
  const known = new Map()

  /** What all inflected forms of a word have in common. @returns {string} */
  function base(/** @type {string} */ word) {
    let found = known.get(word)
    if (found === undefined) {
      const irregular = IRREGULAR.get(word)
      if (irregular === word) found = word
      else found = irregular ? base(irregular) : strip(american(word))
      if (known.size < 50000) known.set(word, found)
    }
    return found
  }

  function strip(/** @type {string} */ written) {
    let word = written
    if (word.length < 4 || /[0-9]/.test(word)) return word
    if (word.endsWith("sses") || word.endsWith("ies")) word = word.slice(0, -2)
    else if (/(?:x|ch|sh)es$/.test(word)) word = word.slice(0, -2)
    else if (/[^su]s$/.test(word) && !word.endsWith("is")) word = word.slice(0, -1)
    if (word.endsWith("eed")) word = measure(word.slice(0, -3)) ? word.slice(0, -1) : word
    else if (word.endsWith("ied")) word = word.slice(0, word.length > 4 ? -2 : -1)
    else if (word.endsWith("ed") && hasVowel(word.slice(0, -2))) word = mendStem(word.slice(0, -2))
    else if (word.endsWith("ing") && hasVowel(word.slice(0, -3))) word = mendStem(word.slice(0, -3))
    if (/[^aeiou]y$/.test(word) && hasVowel(word.slice(0, -1))) word = word.slice(0, -1) + "i"
    const stem = word.slice(0, -1)
    if (word.endsWith("e") && word.length > 3 && (measure(stem) > 1 || (measure(stem) === 1 && !isShort(stem)))) word = stem
    return word.endsWith("ll") && measure(word) > 1 ? word.slice(0, -1) : word
  }

  /**
   * The beginnings that all forms of a word have: whoever has every word with these has every form of it.
   * @returns {string[]}
   */
  function beginnings(/** @type {string} */ word) {
    const own = base(word)
    const irregular = ArchiveLists.flatten([...IRREGULAR].filter(([form, of]) => form === word || base(of) === own))
    const kept = /[eirs]$/.test(own) ? own.length - 1 : own.length // use|using, policy|policies, center|centre, license|licence
    const found = [word, ...irregular].map((form) => form.slice(0, Math.max(2, Math.min(kept, common(form, own)))))
    for (const start of [...found]) {
      for (const [one, other] of SWAPS) {
        const place = start.lastIndexOf(one)
        if (place > 1) found.push(start.slice(0, place) + other)
      }
    }
    if (own.endsWith("ter")) found.push(own.slice(0, -2) + "r")
    return [...new Set(found)]
  }

  /** How many characters two words begin with in common. */
  function common(/** @type {string} */ one, /** @type {string} */ other) {
    let count = 0
    while (count < one.length && one[count] === other[count]) count++
    return count
  }

  return { base, beginnings }
})()
