// What a query asks beside its words: filters typed among them, or a whole question. The program that reads these,
// `asking.js`, is brought where a query has any.
// @ts-check
"use strict"

/** @typedef {Record<Language, string[]>} Said  sentences without their stop, in both languages */

var ArchiveAsked = (() => {
  // policy:jinan  地区：济南; not what stands in quotation marks
  const FILTER = /(?:^|\s)-?[^\s:：]+[:：]\S/
  const QUOTED = /["“”＂][^"“”＂]*["“”＂]/g
  // 目标是什么？ how many patents
  const QUESTION = /[?？]\s*$|什么|甚么|什麼|哪|多少|怎[么样麼樣]|如何|为何|為何|为什么|是否|有没有|有沒有|[吗嗎呢]\s*$|^\s*(?:what|which|who|whose|when|where|why|how|do|does|did|is|are|was|were|can|will|should)\s+\S/i

  /** Whether a query may hold a filter. */
  const mayFilter = (/** @type {string} */ text) => FILTER.test(text.replace(QUOTED, '"'))

  /** Whether a query reads as a question. */
  const isQuestion = (/** @type {string} */ text) => QUESTION.test(text)

  return { mayFilter, isQuestion }
})()
