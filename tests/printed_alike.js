// Whether two scripts say the same to a browser, whatever comments and blanks they have: node tests/printed_alike.js PAIRS,
// where PAIRS is a JSON file with [name, text, text] rows. Prints the names of those that do not.
"use strict"

const { readFileSync } = require("node:fs")
const ts = require("typescript")

const printer = ts.createPrinter({ removeComments: true })
const printed = (text) => printer.printFile(ts.createSourceFile("script.js", text, ts.ScriptTarget.Latest))
const pairs = JSON.parse(readFileSync(process.argv[2], "utf8"))
console.log(JSON.stringify(pairs.filter(([, one, other]) => printed(one) !== printed(other)).map(([name]) => name)))
