// What readers mistype is suggested rightly: words of the archive, drawn by a seed, with every kind of mistake.
"use strict"

const assert = require("node:assert/strict")
const { test } = require("./runner.js")
require("./archive.js")

const WORDS = Number(process.env.MISTYPED_WORDS || 3) // 200 where it is measured
const LEAST = 0.95
// pairs that are often taken for one another, from primers of misread characters
const SHAPES = "未末 己已 土士 治冶 设没 拔拨 检捡 标杯 技枝 品晶 食良 升开 强张 质盾 量置 全金 体休 力刀 目且 住往 间问 清请 性姓 产严 市布 程稞 管菅 令今 免兔 历厉 折拆 析折 准淮 限眼 网冈 估佑 施拖 优扰 理埋 科料 统绕 织炽 改攻".split(" ")

/** Numbers that are the same in every run. */
function chance(seed) {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

/** Other characters that are read as one is, of those that are frequent. */
const alike = (sounds, character, blurred) => {
  const reading = sounds.readings.get(character)
  const isSo = (other) => (blurred ? other !== reading && ArchivePinyin.blur(other) === ArchivePinyin.blur(reading) : other === reading)
  return [...sounds.syllables].flatMap(([syllable, list]) => (isSo(syllable) ? list : [])).filter((other) => other !== character)
}

const replaced = (word, at, by) => [...word].map((character, i) => (i === at ? by : character)).join("")

/** The kinds of mistakes: a word → what is typed for it, or null where it cannot be made. */
const KINDS = {
  "a character that sounds so": (word, sounds, draw) => {
    const at = draw(word.length)
    const others = alike(sounds, word[at], false)
    return others.length ? replaced(word, at, others[draw(others.length)]) : null
  },
  "two that sound so, in a long word": (word, sounds, draw) => {
    if (word.length < 4) return null
    const [one, two] = [alike(sounds, word[0], false), alike(sounds, word[3], false)]
    return one.length && two.length ? replaced(replaced(word, 0, one[draw(one.length)]), 3, two[draw(two.length)]) : null
  },
  "a character that sounds nearly so": (word, sounds, draw) => {
    const at = draw(word.length)
    const others = alike(sounds, word[at], true)
    return others.length ? replaced(word, at, others[draw(others.length)]) : null
  },
  "a character that looks so": (word) => {
    for (const pair of SHAPES) {
      for (const [one, other] of [pair, [...pair].reverse().join("")]) {
        const at = word.indexOf(one)
        if (at >= 0 && one !== other) return replaced(word, at, other)
      }
    }
    return null
  },
  "a character left out": (word, _, draw) => {
    const at = draw(word.length)
    return word.length < 3 ? null : word.slice(0, at) + word.slice(at + 1)
  },
  "a character twice": (word, _, draw) => {
    const at = draw(word.length)
    return word.slice(0, at + 1) + word.slice(at)
  },
  "characters swapped": (word, _, draw) => {
    const at = draw(word.length - 1)
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
  },
  pinyin: (word, sounds) => sounds.spelt.get(word).join(""),
  "pinyin with spaces": (word, sounds) => sounds.spelt.get(word).join(" "),
  "pinyin with letters swapped": (word, sounds, draw) => {
    const letters = sounds.spelt.get(word).join("")
    const at = draw(letters.length - 1)
    return letters.length < 6 ? null : letters.slice(0, at) + letters[at + 1] + letters[at] + letters.slice(at + 2)
  },
  "pinyin with a letter left out": (word, sounds, draw) => {
    const letters = sounds.spelt.get(word).join("")
    const at = draw(letters.length)
    return letters.length < 8 ? null : letters.slice(0, at) + letters.slice(at + 1)
  },
  "pinyin without zh and ang": (word, sounds) => {
    const letters = sounds.spelt.get(word).join("")
    const other = letters.replace(/([zcs])h/g, "$1").replace(/([aei])ng/g, "$1n")
    return other === letters ? null : other
  },
  initials: (word, sounds) => (word.length < 3 ? null : sounds.spelt.get(word).map((syllable) => syllable[0]).join("")),
}

test("of words of the archive with each kind of mistake, 95% are suggested", async () => {
  const sounds = await ArchivePinyin.open()
  const draw = chance(2026)
  const pool = [...sounds.spelt.keys()].filter((word) => /^[\u4e00-\u9fff]+$/.test(word))
  const words = Array.from({ length: WORDS }, () => pool[draw(pool.length)])
  const shaped = pool.filter((word) => KINDS["a character that looks so"](word))
  const all = { made: 0, right: 0 }
  const missed = []
  for (const kind of Object.keys(KINDS)) {
    const own = { made: 0, right: 0 }
    for (const one of words) {
      const word = kind === "a character that looks so" ? shaped[draw(shaped.length)] : one
      const typed = KINDS[kind](word, sounds, draw)
      if (!typed || typed === word) continue
      const result = await ArchiveSearch.search(typed)
      if (result.count && !result.parts && !result.reading) continue // it is a word itself
      own.made++
      const list = await ArchiveSuggestions.suggest(typed, {})
      if (list.some(({ query }) => query === word)) own.right++
      else missed.push(`${kind}: ${typed} for ${word}: ${list.map(({ query }) => query)}`)
    }
    console.log(`${kind}: ${own.right} of ${own.made}`)
    all.made += own.made
    all.right += own.right
  }
  if (process.env.MISSED) console.log(missed.join("\n"))
  console.log(`all: ${all.right} of ${all.made}`)
  assert.ok(all.right >= LEAST * all.made, missed.slice(0, 40).join("\n"))
})
