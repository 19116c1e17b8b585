// Filters typed among the words, and whole questions: what they find, and what is said of them.
"use strict"

const assert = require("node:assert/strict")
const { test } = require("./runner.js")
require("./archive.js")

const search = (query) => ArchiveSearch.search(query)
const sections = async (query, options) => {
  const { hits, count } = await ArchiveSearch.search(query, options)
  return [...hits.sections.subarray(0, count)]
}

test("a typed filter keeps what the same filter of the page keeps, in both languages", async () => {
  const same = [
    ["policy:jinan-2018", "文件：jinan-2018", { policy: "jinan-2018" }], ["policy:jinan", "政策:jinan", { policy: "jinan-2018" }], ["place:济南", "地区：济南市", { place: "济南市" }],
    ["place:Jinan", 'place:"济南市"', { place: "济南市" }], ["year:2023", "年份：2023年", { year: "2023" }], ["level:city", "层级：市级", { level: "city" }],
    ["kind:term", "类别:术语", { kind: "term" }], ["topic:quality-city", "主题：质量强市", { topic: "quality-city" }],
  ]
  for (const [one, other, state] of same) {
    const expected = await sections("质量", { isWanted: await ArchiveResults.filter(state) })
    assert.ok(expected.length, one)
    assert.deepEqual(await sections(`${one} 质量`), expected, one)
    assert.deepEqual(await sections(`质量 ${other}`), expected, other)
  }
  assert.deepEqual(await sections("lang:en quality"), await sections("quality", { language: "en" }))
  assert.deepEqual(await sections("quality 语言：英文"), await sections("quality", { language: "en" }))
})

test("filters of one name widen, of several names narrow, with - they exclude, and a range of years is one", async () => {
  const [jinan, jilin] = [await sections("place:济南 食品"), await sections("place:吉林 食品")]
  assert.deepEqual(await sections("place:济南 place:吉林 食品"), [...jinan, ...jilin].sort((a, b) => a - b))
  assert.deepEqual(await sections("place:济南 year:2023 食品"), [])
  const all = await sections("食品")
  assert.deepEqual(await sections("-place:济南 食品"), all.filter((section) => !jinan.includes(section)))
  assert.deepEqual(await sections("year:2017-2019 食品"), await sections("year:2018 食品"))
  assert.deepEqual(await sections("year:-2018 食品"), await sections("year:2018 食品"))
})

test("a name or a value that nothing has is said, and the words are searched", async () => {
  const plain = await sections("食品")
  for (const query of ["place:上海 食品", "year:2050 食品", "专题：无此专题 食品"]) {
    const result = await search(query)
    assert.equal(result.count, plain.length, query)
    assert.equal(result.said.zh.length, 1, query)
    assert.equal(result.said.en.length, 1, query)
  }
  const unknown = await search("colour:red 食品")
  assert.match(unknown.said.en[0], /no filter “colour”/)
  assert.match((await search("policy:jinan")).said.zh[0], /请再输入要查的词/)
})

test("what is no filter stays what it was: quotations, times, addresses, titles with a colon", async () => {
  for (const query of ['"policy:jinan"', "10:30", "https://archive.test/", "附件：名单", "目标:"]) {
    const { asked, said } = await search(query)
    assert.ok(!asked || !asked.filters.length, query)
    assert.deepEqual(said.zh, [], query)
  }
})

test("a filter is taken off a query, whatever stands around it", () => {
  const { without } = ArchiveTypedFilters
  assert.equal(without("place:济南 食品 year:2018", "place:济南"), "食品 year:2018")
  assert.equal(without('食品 place:"Jilin Province"', 'place:"Jilin Province"'), "食品")
  assert.equal(without("place:济南市 place:济南 食品", "place:济南"), "place:济南市 食品")
})

test("a question finds the passages that have its words, in the place that it names", async () => {
  const asked = [
    ["济南市到2020年的质量目标是什么？", "policies/jinan-2018/", ["2020年", "质量", "目标"]],
    ["What does Jinan plan for invention patents by 2020?", "policies/jinan-2018/", ["invention patents", "2020"]],
    ["吉林省对食品安全有什么要求？", "policies/jilin-2018/", ["食品安全"]],
    ["什么是三品一标？", null, ["三品一标"]],
  ]
  for (const [question, path, words] of asked) {
    const result = await search(question)
    assert.ok(result.count, question)
    assert.deepEqual(result.said.zh[0].split("；")[0], `已改查问句中的词：${words.join("、")}`)
    const found = await ArchiveSections.bring([...result.hits.sections.subarray(0, result.count)], ["zh"])
    if (path) assert.ok(found.every(({ zh }) => zh.collection.path === path), question)
  }
})

test("what stands as it was typed is no question, and a question of nothing stays without answer", async () => {
  assert.deepEqual((await search("how to cite")).said.en, [])
  assert.equal((await search("鑫鑫杳是什么？")).count, 0)
})
