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
      failed: "复制未成，请手动复制：",
      close: "关闭",
      save: "保存此表（CSV）",
      noPlace: (/** @type {string} */ place) => `本页没有“${place}”这个位置。`,
      nearest: "最近的位置是：",
      top: "请从页首找起。",
      startSlides: "开始放映",
      stopSlides: "结束放映",
      previousSlide: "上一张",
      nextSlide: "下一张",
    },
    en: {
      copied: "Copied: ",
      failed: "Could not copy; please copy it by hand: ",
      close: "Close",
      save: "Save this table (CSV)",
      noPlace: (/** @type {string} */ place) => `There is no place “${place}” on this page.`,
      nearest: "The nearest is: ",
      top: "Please look for it from the top of the page.",
      startSlides: "Start",
      stopSlides: "End the show",
      previousSlide: "Previous slide",
      nextSlide: "Next slide",
    },
  }[LANGUAGE]

  /**
   * The link of this kind at which an event happened, or null.
   * @param {Event} event
   * @param {string} selector
   * @returns {HTMLAnchorElement | null}
   */
  function linkOf(event, selector) {
    return event.target instanceof Element ? event.target.closest(selector) : null
  }

  return { LANGUAGE, WORDS, linkOf }
})()
