// What a query becomes for a search server: for each term the ways in which it is looked for, and an address that asks so.
"use strict"

const assert = require("node:assert/strict")
const path = require("node:path")
const { test } = require("./runner.js")
const { run } = require("./archive.js")

run(path.join(__dirname, "../../docs/zh/data/search/server.js"))

const ask = (text, state = {}) => ArchiveServer.askingOf(ArchiveText.parse(text), state)
const ways = (text) => ask(text).must.map((way) => Object.keys(way).filter((key) => !key.endsWith("share")).sort())

test("every required term is a way, every excluded one too, a function word stands by itself", () => {
  const asked = ask("食品 the 药品 -保健 -\"health food\"")
  assert.equal(asked.must.length, 2)
  assert.deepEqual(asked.with.map((way) => way.exact), ["the"])
  assert.equal(asked.not.length, 2)
})

test("a string is folded, and one character is looked for as such", () => {
  assert.deepEqual(ways("質量"), [["string"]])
  assert.equal(ask("“質 量”強市").must[0].string, ArchiveText.fold("質量").text)
  assert.deepEqual(ways("质"), [["char"]])
})

test("words go by their forms, quoted ones as they stand, the last as far as it is typed", () => {
  assert.equal(ask("policies ").must[0].forms, "polici")
  assert.deepEqual(ways('"food safety"'), [["exact", "exactforms", "own"]])
  assert.deepEqual(ways("superv"), [["both", "forms", "own", "prefix"]])
  assert.equal(ask("organised").must[0].both, "organiz|organised")
  assert.deepEqual(ways("e-comm"), [["forms", "opened", "own"]])
  assert.deepEqual(ways("97%"), [["exactforms", "number", "own"]])
})

test("filters are those of the state", () => {
  const { filters } = ask("质量", { policy: "jinan-2018", year: "2018", kind: "policy" })
  assert.deepEqual(filters, [{ kind: "policy", path: "policies/jinan-2018/", year: "2018" }])
  assert.deepEqual(ask("质量").filters, [])
})

test("what is asked is an address of the site's own host, of this edition, without a quotation mark in a value", () => {
  const page = "https://policy-archive.example/search/"
  const address = ArchiveServer.addressOf("/opensearch/policy-archive", page)
  assert.equal(address, `https://policy-archive.example/opensearch/policy-archive/${ArchiveSearchData.head.version}/`)
  assert.throws(() => ArchiveServer.addressOf("https://elsewhere.example/x", page), /own host/)
  const written = ArchiveServer.write(address, "counts", ask('质"量\\"x" \u0007'))
  assert.doesNotMatch(new URL(written).searchParams.get("must"), /\\/)
})

test("terms that may share characters are counted in the texts, others by the server", () => {
  const overlaps = (text) => ArchiveServerResults.overlaps(ArchiveText.parse(text))
  for (const text of ["质量 质", "人人", "食品安全 安全监管", "standard standards", "质量 质量强市", "e-comm"]) assert.ok(overlaps(text), text)
  for (const text of ["质量", "食品 药品", "quality", "food safety", "双随机、一公开", "97%", "standards"]) assert.ok(!overlaps(text), text)
})
