// What readers type, on the real archive: forms, several terms, English, numbers, pinyin, order, and what is hostile.
"use strict"

const assert = require("node:assert/strict")
const { test } = require("./runner.js")
const { allSections, found } = require("./archive.js")

/** A hit as readers see it: the section in both languages, and the unit that shows it. */
async function hits(query, most = 5) {
  const result = await ArchiveSearch.search(query)
  const list = result.groups().flatMap((group) => result.ranked(group)).slice(0, most)
  const sections = await ArchiveSections.bring(list.map((hit) => result.hits.sections[hit]), ["zh", "en"])
  return list.map((hit, i) => ({ ...sections[i], best: result.best(hit), score: result.hits.scores[hit] }))
}

test("Traditional, full-width, spaced and punctuated forms find the same", async () => {
  const same = [
    ["质量强市", "質量強市"], ["质量强市", "质 量　强\t市".replaceAll(/\s/g, "")], ["质量强市", '"质 量 强 市"'], ["质量强市", "质量，强市"], ["97%", "97％"],
    ["97%", "９７％"], ["ISO9001", "ＩＳＯ９００１"], ["ISO9001", "iso9001"], ["双随机、一公开", "双随机一公开"], ["中发〔2017〕24号", "中发［2017］24号"],
    ["中发〔2017〕24号", "中发(2017)24号"], ["二〇三五年", "二○三五年"], ["三品一标", "“三品一标”"], ["GDP", "gdp"], ["生产", "生産"], ["卫生", "衞生"], ["裏", "里"],
  ]
  for (const [plain, other] of same) {
    assert.ok((await found(plain)).length > 0, plain)
    assert.deepEqual(await found(other), await found(plain), other)
  }
})

test("what stands nowhere as typed is read otherwise, and the answer says so", async () => {
  const result = await ArchiveSearch.search("著力提昇")
  assert.equal(result.reading, "着力提升")
  assert.deepEqual([...result.hits.sections.subarray(0, result.count)], await found("着力提升"))
  assert.equal((await ArchiveSearch.search("显著提升")).reading, null)
})

test("a string inside a longer word is found, several must all be there, - excludes, quotes keep", async () => {
  assert.ok((await found("智能")).length > (await found("人工智能")).length)
  const drugs = await found("药品")
  const both = await found("食品 药品")
  assert.deepEqual(both, (await found("食品")).filter((section) => drugs.includes(section)))
  const without = await found("食品 -药品")
  assert.deepEqual(without, (await found("食品")).filter((section) => !drugs.includes(section)))
  assert.ok(both.length && without.length)
  assert.deepEqual(await found('"质量 强市"'), await found("质量强市"))
  assert.deepEqual(await found('食品 -"食品 药品"'), await found("食品 -食品药品"))
  assert.deepEqual(await found("-药品"), [])
})

test("a very long string is found where it stands, and only there", async () => {
  const sections = await allSections()
  const long = sections.flatMap(({ zh }, ordinal) => zh.units().filter((unit) => unit.text.length > 200).map((unit) => [ordinal, unit.text]))
  assert.ok(long.length > 20)
  const folded = sections.map(({ zh }) => zh.units().map((unit) => ArchiveText.fold(unit.text).text))
  for (const [ordinal, text] of long.slice(0, 20)) {
    const string = ArchiveText.fold(text).text.slice(0, 180)
    const holding = folded.flatMap((units, other) => (units.some((unit) => unit.includes(string)) ? [other] : []))
    assert.deepEqual(await found(string), holding)
    const changed = string.slice(0, 90) + "鑫" + string.slice(91)
    assert.ok(!(await found(changed)).includes(ordinal))
  }
})

test("a number finds its figure: a point counts, and just the number comes first", async () => {
  assert.equal((await found("8.8%")).length > 0, true)
  assert.ok(!(await found("88%")).includes((await found("8.8%"))[0]))
  for (const query of ["97%", "95%", "10"]) {
    const all = await hits(query, 400)
    const whole = new RegExp(`(?<![0-9.])${query.replace("%", "[%％]")}(?![0-9]|[.．][0-9])`)
    const isWhole = all.map(({ zh, en }) => [...zh.units(), ...en.units()].some((unit) => whole.test(unit.text.replaceAll("，", ""))))
    assert.ok(isWhole[0], query)
  }
  const [first] = await hits("1,000")
  assert.ok([...first.zh.units(), ...first.en.units()].some((unit) => /1,?000/.test(unit.text)))
})

test("English finds words in all their forms, both spellings, beginnings while typing, and phrases", async () => {
  const same = [["standard ", "standards "], ["policy ", "policies "], ["improve ", "improving "], ["organization ", "organisation "], ["centre ", "centers "], ["built ", "build "]]
  for (const [one, other] of same) {
    assert.ok((await found(one)).length, one)
    assert.deepEqual(await found(other), await found(one), other)
  }
  assert.ok((await found("supervis")).length >= (await found("supervision ")).length)
  const exact = await found('"food safety"')
  assert.ok(exact.length && exact.length <= (await found("food safety ")).length)
  const one = await found('"standard"')
  assert.ok(one.length < (await found("standard ")).length)
})

test("English words are found in every section whose English has them, and in no other", async () => {
  const sections = await allSections()
  /** @type {Map<string, number[]>} */
  const places = new Map()
  sections.forEach(({ zh, en }, ordinal) => {
    const latin = [...zh.units()].flatMap((unit) => unit.text.toLowerCase().match(/[a-z]+/g) ?? [])
    for (const word of new Set([...en.units()].flatMap((unit) => unit.text.toLowerCase().match(/(?<![\p{L}\p{N}.'’&])[a-z]{4,}(?![\p{L}\p{N}'’&]|[.][a-z0-9])/gu) ?? []))) {
      if (!latin.length) places.set(word, [...(places.get(word) ?? []), ordinal])
    }
  })
  assert.ok(places.size > 2000)
  for (const [word, own] of places) {
    const answer = new Set(await found(`"${word}"`))
    assert.deepEqual(own.filter((section) => !answer.has(section)), [], word)
    for (const section of answer) {
      const { zh, en } = sections[section]
      const isWord = en.units().some((unit) => new RegExp(`(?<![a-z])${word}(?![a-z])`).test(unit.text.toLowerCase().normalize("NFKD")))
      const isLatin = zh.units().some((unit) => ArchiveText.fold(unit.text).text.includes(word)) // Latin letters in Chinese: as a string
      assert.ok(isWord || isLatin, `${word} ${section}`)
    }
  }
})

test("an English word finds the Chinese section, and the other way round; the line of the other language is at hand", async () => {
  for (const { zh } of await hits("metrology ", 20)) {
    assert.ok(zh.units().some((unit) => /计量|检定|计质/.test(unit.text)), zh.title)
  }
  const [first] = await hits("放管服")
  assert.match(first.en.title, /streamlin|delegat/i)
})

test("pinyin, whole, spaced or by initials, and other forms lead to the term, whose name comes first", async () => {
  for (const query of ["fangguanfu", "fang guan fu", "fgf", "放管服"]) {
    const [first] = await hits(query)
    assert.equal(first.zh.title, "放管服", query)
    assert.equal(first.zh.collection.kind, "term")
  }
})

test("a long query that stands nowhere is searched by its parts", async () => {
  const result = await ArchiveSearch.search("品牌建设标准化体系创新发展")
  assert.ok(result.parts.length > 1)
  assert.ok(result.count > 0)
  assert.equal((await ArchiveSearch.search("质量提升")).parts, null)
})

test("names come before titles, titles before passages, the near before the far; equal ones keep the archive's order", async () => {
  const all = await hits("食品药品", 100)
  const [first] = all
  assert.equal(first.zh.title, "食品药品")
  const policies = all.filter(({ zh }) => zh.collection.kind === "policy")
  assert.match(policies[0].zh.title, /食品药品/)
  const near = (await hits("监督 抽查", 200)).filter(({ zh }) => zh.collection.kind === "policy")
  assert.ok([...near[0].zh.units()].some((unit) => unit.text.includes("监督抽查")))
  for (const group of Object.values(Object.groupBy ? Object.groupBy(all, ({ score }) => score) : {})) {
    const order = group.map(({ zh }) => zh.address())
    assert.deepEqual(order, [...new Set(order)])
  }
})

test("only the language asked for is searched, and a filter keeps what it wants", async () => {
  const only = async (query, language) => (await ArchiveSearch.search(query, { language })).count
  assert.equal(await only("metrology ", "zh"), 0)
  assert.ok((await only("metrology ", "en")) > 0)
  assert.ok((await only("计量", "zh")) > 0)
  assert.ok((await only("五创", "en")) > 0) // quoted in the English
  const result = await ArchiveSearch.search("质量", { isWanted: (_, collection) => collection === 1 })
  assert.deepEqual(result.groups().map((group) => group.collection), [1])
})

test("a number is found in a rising list from wherever the search for it begins", () => {
  const list = Int32Array.from({ length: 70 }, (_, i) => 6 * i + (i % 5))
  for (let value = -1; value < 430; value++) {
    const place = ArchivePostings.lowerBound(list, value)
    for (let from = 0; from <= place; from++) assert.equal(ArchivePostings.seek(list, value, from), place, `${value} from ${from}`)
  }
})

test("who asks no more gets no answer", async () => {
  await assert.rejects(ArchiveSearch.search("质量", { isOver: () => true }), OverError)
})

const HOSTILE = [
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", ".*", "[", "(((((", "\\", "^$", "a{1000000}", "😀", "\ud800", "\udc00质量", "\u0000", "质".repeat(10000),
  "a ".repeat(5000), '"', '""', "-", "- -", "-质量", "“”", "'", "%", "+", "   ", "", "__proto__", "constructor", "${1}", "{{7*7}}", "\u202e质量", "质量\n强市", "#97%", "\uffff", "a\uffff",
]

for (const query of HOSTILE) {
  test(`a hostile query gets an answer: ${JSON.stringify(query.slice(0, 24))}`, async () => {
    const asked = { language: "zh", isFolder: false, isOver: () => false }
    const answer = await ArchiveSearchBox.answer(query, asked)
    if (answer === null) return assert.equal(query.replace(/[\ud800-\udfff]/gu, "").trim(), "")
    for (const item of [answer.all, ...answer.groups.flatMap(({ head, items }) => [...(head ? [head] : []), ...items])]) {
      assert.doesNotMatch(item.title + item.text, /<(?!\/?mark>|\/?span\b|br>)/)
      assert.doesNotMatch(item.title + item.text, /<span(?! lang="(?:en|zh-Hans)">| class="(?:site-search-label|unbroken)">)/)
    }
    assert.doesNotMatch(ArchiveMarks.mark(query, [[0, Math.min(3, query.length)]]), /<(?!\/?mark>)/)
  })
}

test("marks are whole characters and in order, and an excerpt shows the first", () => {
  const query = ArchiveText.parse("质量")
  const text = "建设（质 量）强市，𠮷质量"
  const spans = ArchiveMarks.findAll(text, "zh", query)
  assert.deepEqual(spans.map(([start, end]) => text.slice(start, end)), ["质 量", "质量"])
  assert.match(ArchiveMarks.excerpt(text, spans, 8), /<mark>质 量<\/mark>/)
  const english = "The government supervises the quality of products that are made here."
  const marked = ArchiveMarks.excerpt(english, ArchiveMarks.findAll(english, "en", ArchiveText.parse("quality ")), 30)
  assert.match(marked, /<mark>quality<\/mark>/)
  assert.doesNotMatch(marked, /…(?!supervises)\w*ervises/)
})

test("a title stands behind its label without its own number, in whatever form that is printed", () => {
  const printed = [
    ["第七百零三条", ""], ["第三条之一", ""], ["第一百零五条（适用范围）", "（适用范围）"], ["第一分编 通则", "通则"], ["第三章 总则", "总则"],
    ["2.1.2市指挥部职责", "市指挥部职责"], ["1.1 目的地", "目的地"], ["1总则", "总则"], ["2020年目标", "2020年目标"], ["3项任务", "3项任务"],
    ["24小时救助", "24小时救助"], ["12条措施", "12条措施"], ["3.5亿元工程", "3.5亿元工程"],
    ["附件1 任务清单", "任务清单"], ["专栏2：重点工程", "重点工程"], ["①普查", "普查"], ["1）抽查", "抽查"], ["1、清淤", "清淤"],
    ["（一）指导思想。", "指导思想"], ["三、保障措施", "保障措施"], ["Article 14.", ""], ["Chapter 3. General", "General"], ["III. Measures", "Measures"],
  ] // prettier-ignore
  for (const [title, name] of printed) assert.equal(ArchiveMarks.name(title), name, title)
})

test("what is made of a file is made once, and tried anew where it could not be", async () => {
  const { load } = ArchiveSearchData
  const loaded = []
  ArchiveSearchData.load = async (name) => {
    loaded.push(name)
    if (loaded.length === 1) throw new Error("no network")
    ArchiveSearchData.put(name, ArchiveSearchData.head.version, [name])
  }
  const ask = () => ArchiveSearchData.make("invented", ([own]) => ({ own }))
  try {
    await assert.rejects(ask(), /no network/)
    const made = await ask()
    assert.equal(made.own, "invented")
    assert.equal(await ask(), made)
    assert.deepEqual(loaded, ["invented", "invented"])
  } finally {
    ArchiveSearchData.load = load
  }
})
