// Prints every English word of the archive, a space, and what its forms have in common, a line each.
"use strict"

const { allSections } = require("../search/archive.js")

allSections().then((sections) => {
  const texts = sections.flatMap(({ en }) => en.units().map(({ text }) => text))
  const words = new Set(texts.flatMap((text) => ArchiveText.words(text).map(({ word }) => word)))
  for (const word of words) process.stdout.write(`${word} ${ArchiveInflection.base(word)}\n`)
})
