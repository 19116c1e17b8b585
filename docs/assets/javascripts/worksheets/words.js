// The words of the worksheet maker that depend on what was chosen; those of its form stand on its page. A sheet in both
// languages says everything in both.
// @ts-check
"use strict"

/** @typedef {"zh" | "en"} SheetLanguage */

var ArchiveWorksheetWords = (() => {
  /** @type {SheetLanguage} */
  const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh" : "en"
  const TAGS = { zh: "zh-Hans", en: "en" }
  const WORDS = {
    zh: {
      all: "全选",
      wholePolicy: "全文",
      opening: "开头段落",
      title: "练习单",
      name: "姓名",
      date: "日期",
      policy: (/** @type {string} */ place, /** @type {string} */ year, /** @type {string} */ title) => `${place}（${year}）：${title}`,
      dated: (/** @type {string} */ place, /** @type {string} */ year) => `${place}（${year}）`,
      where: (/** @type {string} */ place, /** @type {string} */ year, /** @type {string} */ label) => `${place}（${year}）${label}`,
      count: (/** @type {number} */ n) => `已选${n}项`,
      status: (/** @type {number} */ n, /** @type {number} */ pages) => `已选${n}项，打印约${pages}页A4纸。`,
      empty: "还没有选任何内容。请在上方勾选章节、指标或术语，练习单会显示在这里。",
      loading: "正在载入…",
      failed: "练习单的数据未能载入。请刷新页面；离线使用时，请确认整个文件夹都已解压。",
      noFigures: "所选内容里没有可留空的数字，请再选含目标数字的章节或指标。",
      fewTerms: "配对至少要选两个术语。",
      noAnswers: "只有填空和配对才有答案。",
      sections: "阅读",
      indicators: "指标",
      terms: "术语",
      fill: "填空：按原文填入带编号的数字。扫码可查原文。",
      match: "配对：在横线上写出释义的字母。",
      notes: "笔记",
      answers: "答案",
      first: "首次出现：",
      year: "年份",
      place: "地区",
      measure: "内容",
      value: "数值",
      reached: "（基期）",
      sheet: "本练习单的网址：",
      code: (/** @type {string} */ address) => `二维码：${address}`,
      blank: (/** @type {number} */ n) => `空${n}`,
    },
    en: {
      all: "Select all",
      wholePolicy: "Whole text",
      opening: "Opening paragraphs",
      title: "Worksheet",
      name: "Name",
      date: "Date",
      policy: (/** @type {string} */ place, /** @type {string} */ year, /** @type {string} */ title) => `${place} (${year}): ${title}`,
      dated: (/** @type {string} */ place, /** @type {string} */ year) => `${place} (${year})`,
      where: (/** @type {string} */ place, /** @type {string} */ year, /** @type {string} */ label) => `${place} (${year}), ${label}`,
      count: (/** @type {number} */ n) => `${n} selected`,
      status: (/** @type {number} */ n, /** @type {number} */ pages) => `${n} ${n === 1 ? "item" : "items"} selected; about ${pages} A4 ${pages === 1 ? "page" : "pages"}.`,
      empty: "Nothing is selected yet. Tick sections, indicators or terms above, and the worksheet appears here.",
      loading: "Loading…",
      failed: "The data for the worksheet could not be loaded. Please reload the page; offline, make sure that the whole folder was unpacked.",
      noFigures: "There are no figures to leave out in what you selected; add sections or indicators that state targets.",
      fewTerms: "For matching, select at least two terms.",
      noAnswers: "Only blanks and matching have answers.",
      sections: "Reading",
      indicators: "Indicators",
      terms: "Terms",
      fill: "Fill in the numbered figures as the text has them. Scan a code to see the text.",
      match: "Match: write the letter of the right meaning on each line.",
      notes: "Notes",
      answers: "Answers",
      first: "First occurrence: ",
      year: "Year",
      place: "Place",
      measure: "What is measured",
      value: "Value",
      reached: " (baseline)",
      sheet: "This worksheet online: ",
      code: (/** @type {string} */ address) => `QR code: ${address}`,
      blank: (/** @type {number} */ n) => `blank ${n}`,
    },
  }

  const html = ArchiveMarks.escape

  /** A text in a language, as HTML that names it. */
  function said(/** @type {string} */ tag, /** @type {SheetLanguage} */ language, /** @type {string} */ content, classes = "") {
    return `<${tag} lang="${TAGS[language]}"${classes && ` class="${classes}"`}>${content}</${tag}>`
  }

  /** Words in one language or in both, side by side in a line. */
  function both(/** @type {SheetLanguage[]} */ languages, /** @type {(words: typeof WORDS.zh) => string} */ pick, between = " · ") {
    return languages.map((language) => said("span", language, html(pick(WORDS[language])))).join(between)
  }

  return { LANGUAGE, WORDS: WORDS[LANGUAGE], EVERY: WORDS, html, said, both }
})()
