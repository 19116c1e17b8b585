// What the parts of this folder share: the page's language, the words that readers see, the link that an event is about.
// The site joins the parts into assets/archive.js (overrides/hooks.py), in one request; this part stands first.
// @ts-check
"use strict"

const ArchivePage = (() => {
  /** @type {"zh" | "en"} */
  const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh" : "en"
  const WORDS = {
    zh: {
      copied: "已复制：",
      listHint: "按向下键进入列表。",
      failed: "复制未成，请手动复制：",
      close: "关闭",
      copy: "复制",
      copyForm: (/** @type {string} */ form) => `复制${form}`,
      cite: (/** @type {string} */ place) => (place ? `引用${place}` : "引用本文件"),
      citeWhole: "引用本文件",
      citeHere: "引用此处",
      citeParagraph: (/** @type {string} */ section, /** @type {string} */ number) => `${section}第${number}段`,
      more: "详情",
      recordsPlace: "此处题录：",
      recordsPolicy: "本文件题录：",
      recordsArchive: "本馆题录：",
      citeFigure: (/** @type {string} */ words) => `引用“${words}”`,
      citeMarked: "引用所选文字",
      quoteFound: "引文见下方标出处，一字不差。",
      quoteSpelling: "引文见下方标出处；只有繁简、标点、空格、全半角或大小写不同。",
      quoteReceived: "引文是来源文件的写法，本馆正文在此处有校改；相应文字已在下方标出。",
      quoteProposed: "引文采用了编者注中的读法，正文照录来源文件；相应文字已在下方标出。",
      quoteFormer: (/** @type {number} */ edition, /** @type {string} */ date) => `引文见于第${edition}版；${date}起，此处改为现行文字。`,
      quoteHistory: "查看改动",
      quoteElsewhere: "所引位置没有这段文字；同一文件的另一处有，已在下方标出。",
      quoteNearly: (/** @type {string} */ words) => `没有与引文完全相同的文字；下方标出的最为接近。引文作：“${words}”`,
      quoteLost: (/** @type {string} */ words) => `本页没有这段引文：“${words}”`,
      clipped: (/** @type {number} */ n) => `所填过长，只看前${n}字。`,
      save: "保存此表（CSV）",
      noPlace: (/** @type {string} */ place) => `本页没有“${place}”这个位置。`,
      nearest: "最近的位置是：",
      top: "请从页首找起。",
      startSlides: "开始放映",
      stopSlides: "结束放映",
      previousSlide: "上一张",
      nextSlide: "下一张",
      reportHere: "报告此处的问题",
      report: (/** @type {Record<string, string>} */ { address, place, edition, words }) =>
        `网页：${address}\n${place && `位置：${place}\n`}${edition && `版次：${edition}\n`}${words && `文字：“${words}”\n`}\n问题：\n`,
    },
    en: {
      copied: "Copied: ",
      listHint: "Press the down arrow for the list.",
      failed: "Could not copy; please copy it by hand: ",
      close: "Close",
      copy: "Copy",
      copyForm: (/** @type {string} */ form) => `Copy: ${form}`,
      cite: (/** @type {string} */ place) => `Cite ${place || "this policy"}`,
      citeWhole: "Cite this policy",
      citeHere: "Cite this place",
      citeParagraph: (/** @type {string} */ section, /** @type {string} */ number) => `${section}, para. ${number}`,
      more: "More",
      recordsPlace: "Record of this place: ",
      recordsPolicy: "Record of the policy: ",
      recordsArchive: "Record of the archive: ",
      citeFigure: (/** @type {string} */ words) => `Cite “${words}”`,
      citeMarked: "Cite the marked words",
      quoteFound: "The quotation is marked below, letter for letter.",
      quoteSpelling: "The quotation is marked below; only script, punctuation, spaces, widths or capitals differ.",
      quoteReceived: "The quotation has the words of the source file, which the text here emends; the place is marked below.",
      quoteProposed: "The quotation reads as the editors propose in a note; the text, as received, is marked below.",
      quoteFormer: (/** @type {number} */ edition, /** @type {string} */ date) =>
        `The quotation has the words of edition ${edition}; since ${date} the place reads as below. `,
      quoteHistory: "See what was changed",
      quoteElsewhere: "The quotation does not stand at this address; it stands elsewhere in this policy and is marked below. ",
      quoteNearly: (/** @type {string} */ words) => `No words here are quite those of the quotation; the nearest are marked below. It reads: “${words}”`,
      quoteLost: (/** @type {string} */ words) => `The quotation is not on this page: “${words}”`,
      clipped: (/** @type {number} */ n) => ` What was typed is long: only the first ${n} characters count.`,
      save: "Save this table (CSV)",
      noPlace: (/** @type {string} */ place) => `There is no place “${place}” on this page.`,
      nearest: "The nearest is: ",
      top: "Please look for it from the top of the page.",
      startSlides: "Start",
      stopSlides: "End the show",
      previousSlide: "Previous slide",
      nextSlide: "Next slide",
      reportHere: "Report a problem here",
      report: (/** @type {Record<string, string>} */ { address, place, edition, words }) =>
        `Page: ${address}\n${place && `Place: ${place}\n`}${edition && `Edition: ${edition}\n`}${words && `Words: “${words}”\n`}\nProblem:\n`,
    },
  }[LANGUAGE]

  const MOST_TYPED = 200

  /**
   * What a reader typed or an address carries, as far as a page looks at it: whole characters, and not so many that folding
   * them, marks piled on one letter above all, would keep the page from answering.
   */
  function clip(/** @type {string} */ text, most = MOST_TYPED) {
    return text.slice(0, most).replace(/[\ud800-\udfff]/gu, " ")
  }

  /** The id to which a hash leads; one that is no address, as with a lone %, stays as it is. */
  function idIn(/** @type {string} */ hash) {
    const text = hash.slice(1).split(":~:")[0]
    try {
      return decodeURIComponent(text)
    } catch (_) {
      return text
    }
  }

  /** That only the beginning of what was typed counts; nothing where all of it does. */
  function saidOfClipped(/** @type {string} */ typed) {
    return typed.length > MOST_TYPED ? WORDS.clipped(MOST_TYPED) : ""
  }

  /**
   * The link of this kind at which an event happened, or null.
   * @param {Event} event
   * @param {string} selector
   * @returns {HTMLAnchorElement | null}
   */
  function linkOf(event, selector) {
    return event.target instanceof Element ? event.target.closest(selector) : null
  }

  /** What the head of the page says under a name; nothing where it says nothing. */
  function said(/** @type {string} */ name) {
    const meta = document.querySelector(`meta[name="${name}"]`)
    return meta instanceof HTMLMetaElement ? meta.content : ""
  }

  /** Puts an empty list below a search field, hidden, and the line that tells ears of it. */
  function addPanel(/** @type {HTMLFormElement} */ form, /** @type {string} */ name) {
    const panel = document.createElement("div")
    panel.className = "site-search-panel"
    panel.hidden = true
    panel.setAttribute("role", "group")
    panel.setAttribute("aria-label", name)
    const status = document.createElement("p")
    status.className = "visually-hidden"
    status.setAttribute("role", "status")
    form.append(status, panel)
    return { panel, status }
  }

  /** Text as HTML. */
  function escape(/** @type {string} */ text) {
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  }

  return { LANGUAGE, WORDS, addPanel, escape, clip, idIn, saidOfClipped, linkOf, said }
})()
