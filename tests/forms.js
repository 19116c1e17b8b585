// Reads a table and texts as JSON, and prints each text as pages write it in Traditional characters.
"use strict"

const fs = require("fs")
const path = require("path")

const own = path.join(__dirname, "../docs/assets/javascripts/page/forms.js")
const ArchiveForms = new Function(`${fs.readFileSync(own, "utf-8")}; return ArchiveForms`)()
const { table, texts } = JSON.parse(fs.readFileSync(0, "utf-8"))
console.log(JSON.stringify(texts.map(ArchiveForms.makeConverter(table))))
