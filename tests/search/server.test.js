// What a query becomes for a search server: one clause a term, in the language and form that the term asks for.
"use strict"

const assert = require("node:assert/strict")
const path = require("node:path")
const { test } = require("node:test")
const { run } = require("./archive.js")

run(path.join(__dirname, "../../docs/zh/data/search/server.js"))

const make = (text, state = {}, withSynonyms = false) => ArchiveServer.makeQuery(ArchiveText.parse(text), state, withSynonyms).bool
const fields = (clause) => clause.bool.should.map((part) => Object.keys(Object.values(part)[0])[0])

test("every required term is a clause, every excluded one too", () => {
  const { must, must_not: mustNot } = make("食品 药品 -保健 -\"health food\"")
  assert.equal(must.length, 2)
  assert.equal(mustNot.length, 2)
})

test("a string is a phrase of pairs, a single character one of single ones, and the query is folded", () => {
  assert.deepEqual(fields(make("質量").must[0]), ["zh", "names_zh", "en.strings", "names_en.strings"])
  assert.equal(make("“質 量”強市").must[0].bool.should[0].match_phrase.zh.query, ArchiveText.fold("質量").text)
  assert.deepEqual(fields(make("质").must[0]), ["zh.one", "names_zh.one", "en.one", "names_en.one"])
})

test("words go by their forms, quoted ones as they stand, the last as far as it is typed", () => {
  assert.deepEqual(fields(make("policies ").must[0]), ["zh", "names_zh", "en", "names_en"])
  assert.deepEqual(fields(make('"food safety"').must[0]), ["zh", "names_zh", "en.exact", "names_en.exact"])
  const open = make("superv").must[0].bool.should.filter((part) => part.match_phrase_prefix)
  assert.equal(open.length, 2)
})

test("the language keeps to its fields", () => {
  assert.deepEqual(fields(make("质量", { lang: "zh" }).must[0]), ["zh", "names_zh"])
  assert.deepEqual(fields(make("质量", { lang: "en" }).must[0]), ["en.strings", "names_en.strings"])
})

test("filters are terms, and the whole name of an entry counts most", () => {
  const { filter, should } = make("质量", { policy: "jinan-2018", year: "2018", kind: "policy" })
  assert.deepEqual(filter, [{ term: { year: "2018" } }, { term: { kind: "policy" } }, { term: { path: "policies/jinan-2018/" } }])
  assert.equal(should[0].term.keys.value, "质量")
})

test("a request sorts by score, then as the archive does, and goes on after the last hit", () => {
  const body = ArchiveServer.makeBody({ bool: {} }, { kind: "policy", size: 30, isByArchive: false, after: [1.5, 7] })
  assert.deepEqual(body.sort, [{ _score: "desc" }, { ordinal: "asc" }])
  assert.deepEqual(body.search_after, [1.5, 7])
  assert.equal(body.aggs, undefined)
})

test("a server is a path on the site's own host", () => {
  const page = "https://policy-archive.example/search/"
  assert.equal(ArchiveServer.addressOf("/opensearch/policy-archive", page), "https://policy-archive.example/opensearch/policy-archive/_search")
  assert.throws(() => ArchiveServer.addressOf("https://elsewhere.example/x", page), /own host/)
})
