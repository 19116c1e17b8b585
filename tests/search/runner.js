// The tests of a file, run one after another, and a line at the end that says how many failed: `# fail 0`. node's own runner
// follows every promise with hooks (node:async_hooks), which takes longer than a search that waits for as many as ours does.
"use strict"

/** What is tested, by its name. @type {[string, () => unknown][]} */
const tests = []

/** Adds a test; all are run once the file has named them. */
function test(/** @type {string} */ name, /** @type {() => unknown} */ work) {
  if (!tests.length) setImmediate(runAll)
  tests.push([name, work])
}

/** Runs all tests; what fails is printed, and makes the program fail. */
async function runAll() {
  let failed = 0
  for (const [name, work] of tests) {
    try {
      await work()
      console.log(`ok ${name}`)
    } catch (fault) {
      failed++
      console.log(`not ok ${name}\n${fault instanceof Error ? fault.stack : fault}`)
    }
  }
  console.log(`# tests ${tests.length}\n# fail ${failed}`)
  if (failed) process.exitCode = 1
}

module.exports = { test }
