// Prints every address that the search gives out, as the page, the CSV and the box make it: from our own data, or from the
// documents of a search server in the file that is named. One JSON string a line, below the site's root.
"use strict"

const fs = require("node:fs")
const path = require("node:path")
const { allSections, run } = require("./archive.js")

run(path.join(__dirname, "../../docs/zh/data/search/server.js"))

/** The addresses of a section and of all its units, online and as the box has them, in both languages. */
function addressesOf(both) {
  return ["zh", "en"].flatMap((language) => {
    const section = both[language]
    const places = [section.place(), ...section.units().map((unit) => section.place(unit.anchor))]
    const prefix = language === "en" ? "en/" : ""
    return places.flatMap((place) => [ArchiveAddresses.online(place, language), ArchiveSearchData.head.root + prefix + ArchiveAddresses.below(place, true)])
  })
}

/** The sections of a bulk file, as the search page reads a server's answers. */
function serverSections(file) {
  const documents = fs.readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line)).filter((line) => !line.index)
  return documents.map((source) => ({ zh: ArchiveServer.readSection(source, "zh"), en: ArchiveServer.readSection(source, "en") }))
}

async function main() {
  const [, , file] = process.argv
  const sections = file ? serverSections(file) : await allSections()
  for (const address of new Set(sections.flatMap(addressesOf))) process.stdout.write(`${JSON.stringify(address)}\n`)
}

main()
