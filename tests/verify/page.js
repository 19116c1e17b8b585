// The page's engine in node: reads [[address, quotation], …] and prints its verdicts, and what it takes each policy's places for.
"use strict"

const fs = require("node:fs")
const path = require("node:path")
const { run } = require("../search/archive.js")

const SCRIPTS = path.join(__dirname, "../../docs/assets/javascripts/verify")
for (const name of ["letters", "quotation", "address", "align", "texts", "verdict", "passage"]) run(path.join(SCRIPTS, `${name}.js`))

// what assets/archive.js has on every page of the site
const formers = new Map()
globalThis.ArchiveCiting = {
  remember: ([policy, former]) => formers.set(policy, former),
  loadFormer: async (policy) => {
    if (!formers.has(policy)) run(path.join(__dirname, `../../docs/zh/data/citations/${policy}.former.js`))
    return formers.get(policy) ?? []
  },
}

/** A verdict as the command line prints it, as far as both say the same. */
function plain({ kind, fault, found, instead }) {
  const where = found && { policy: found.policy, anchor: found.anchor, language: found.language }
  const same = found && { distance: found.distance, printed: found.printed, isExact: found.isExact, differences: differencesOf(found) }
  return { kind, fault, instead, found: found && { ...where, ...same } }
}

function differencesOf({ quoted, printed }) {
  return quoted.flatMap((part, n) => ArchiveAlign.differences(part, printed[n]).map((d) => [d.quoted, d.printed]))
}

async function main() {
  const { cases, passages } = JSON.parse(fs.readFileSync(0, "utf8"))
  const policies = await ArchiveTexts.policies()
  const verdicts = []
  for (const [address, quotation] of cases) verdicts.push(plain(await ArchiveVerdict.verify(ArchiveAddress.read(address, policies), quotation)))
  Object.assign(ArchiveTexts.LIMITS, { few: 0, most: 2 }) // as in an archive of many policies
  const narrow = []
  for (const [address, quotation] of cases) narrow.push(plain(await ArchiveVerdict.verify(ArchiveAddress.read(address, policies), quotation)))
  const spans = {}
  const labels = {}
  for (const policy of policies) {
    const texts = await ArchiveTexts.bring(policy)
    for (const language of ["zh", "en"]) {
      spans[`${policy} ${language}`] = Object.fromEntries(texts[language].spans)
      labels[`${policy} ${language}`] = Object.fromEntries([...texts[language].spans.keys()].map((anchor) => [anchor, texts[language].label(anchor)]))
    }
  }
  const cited = []
  for (const passage of passages) cited.push((await ArchivePassage.read(passage)).map(({ address, quotation }) => [address.policy, address.anchor, quotation]))
  console.log(JSON.stringify({ verdicts, narrow, spans, labels, cited }))
}

main()
