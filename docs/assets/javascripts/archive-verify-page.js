// The page that checks quotations: what is pasted, with an address of its own or addresses in it, is compared with the archive's
// texts, and each verdict is shown with where the words stand and how they differ. All of it runs in the reader's browser.
// @ts-check
"use strict"

;(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.verify-form"))
  const output = /** @type {HTMLElement | null} */ (document.querySelector(".verify-output"))
  const status = /** @type {HTMLElement | null} */ (document.querySelector(".verify-status"))
  if (!form || !output || !status) return
  /** @type {Language} */
  const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh" : "en"
  const HAN = new RegExp(`[${ArchiveLetters.HAN}]`, "u")
  const MOST = 20000 // characters that are checked at once
  const MOST_KEPT = 2000 // characters of one quotation, and those that the address of the page keeps
  const TAGS = { zh: "zh-Hans", en: "en" }
  const WORDS = {
    zh: {
      holds: "一字不差",
      spelling: "文字相同，写法有别",
      differs: "有出入",
      held: "见于旧版",
      heldIn: (/** @type {number} */ edition, /** @type {string} */ date) => `第${edition}版此处有这段文字；${date}起改为现行文字。`,
      elsewhere: "在另一处",
      nowhere: "本馆没有这段文字",
      leads: "网址有效",
      lost: "网址有误",
      here: "与所引位置的文字完全相同。",
      anywhere: "本馆有这段文字，位置如下。",
      onlySpelling: "只有繁简、标点、全半角、大小写或空格不同，见下方标出处。",
      letters: (/** @type {number} */ percent) => `与本馆文本有${100 - percent}%的字不同，见下方标出处。`,
      moved: "所引位置没有这段文字，它在下面这一处。",
      movedNearly: "所引位置没有这段文字，下面这一处与它相近。",
      there: "引文在下面这一处。",
      nearest: (/** @type {number} */ percent) => `最接近的是下面这一处，有${percent}%的字相同。`,
      nothing: "也没有相近的文字。",
      noPolicy: (/** @type {string} */ policy) => `本馆没有编号为${policy}的文件。`,
      noPlace: (/** @type {string} */ anchor) => `该文件没有${anchor}这个位置。`,
      others: (/** @type {number} */ n) => `另有${n}处与此相同。`,
      draft: "此处英译为初稿，尚未经人审定，随时可能改动，请勿引用。",
      quoted: "引文",
      printed: "本馆",
      count: (/** @type {number} */ n, /** @type {number} */ bad) => (bad ? `共核对${n}处，${bad}处需要改正。` : `共核对${n}处，都无须改正。`),
      loading: "正在核对…",
      failed: "未能载入本馆文本。请刷新页面；离线使用时，请确认整个文件夹都已解压。",
      long: (/** @type {number} */ n) => `文字过长，只核对前${n}字；整份文稿请用命令 verify。`,
      empty: "请粘贴引文，或填写带引文的网址。",
      foreign: "这不是本馆的网址。网址的形式如：",
    },
    en: {
      holds: "Holds",
      spelling: "Same words, other spelling",
      differs: "Holds with differences",
      held: "Held in an earlier edition",
      heldIn: (/** @type {number} */ edition, /** @type {string} */ date) => `These words stood here in edition ${edition}; since ${date} others do.`,
      elsewhere: "Stands elsewhere",
      nowhere: "Stands nowhere",
      leads: "The address works",
      lost: "The address leads nowhere",
      here: "Letter for letter what stands at the address.",
      anywhere: "The archive has these words; this is where.",
      onlySpelling: "Only script, punctuation, width, capitals or spaces differ, as marked below.",
      letters: (/** @type {number} */ percent) => `${100 - percent}% of the characters differ from the archive's, as marked below.`,
      moved: "These words do not stand at the address. They stand here.",
      movedNearly: "These words do not stand at the address. Very similar ones stand here.",
      there: "The words stand here.",
      nearest: (/** @type {number} */ percent) => `The nearest words have ${percent}% of the characters in common.`,
      nothing: "Nothing in the archive is like them.",
      noPolicy: (/** @type {string} */ policy) => `The archive has no policy ${policy}. `,
      noPlace: (/** @type {string} */ anchor) => `The policy has no place ${anchor}. `,
      others: (/** @type {number} */ n) => (n === 1 ? " They stand in one other place too." : ` They stand in ${n} other places too.`),
      draft: " This English is a draft translation: nobody has confirmed it yet, and it may change at any time; please do not cite it.",
      quoted: "quoted",
      printed: "archive",
      count: (/** @type {number} */ n, /** @type {number} */ bad) => (bad ? `${n} checked, ${bad} to mend.` : `${n} checked, nothing to mend.`),
      loading: "Checking…",
      failed: "The archive's texts could not be loaded. Reload the page; in an offline copy, make sure that the whole folder was unzipped.",
      long: (/** @type {number} */ n) => ` The text is long: only its first ${n} characters were checked. The command verify checks whole manuscripts.`,
      empty: "Paste a quotation, or give an address that carries one.",
      foreign: "This is not an address of the archive. One looks like this: ",
    },
  }[LANGUAGE]
  const SAMPLE = "policies/jinan-2018/#s2-1-p1"
  const root = new URL(form.dataset.root || "../../", location.href).href
  ArchiveSearchData.base = new URL(form.dataset.data || "../../data/search/", location.href).href
  let last = 0

  /** Whether nothing has to be mended. */
  function passes(/** @type {Verdict} */ { kind, fault, found }) {
    return !fault && (kind === "holds" || kind === "leads" || (kind === "differs" && !(found && found.distance)))
  }

  /** The verdict in a word or two. */
  function headline(/** @type {Verdict} */ { kind, found }) {
    return kind === "differs" && found && !found.distance ? WORDS.spelling : WORDS[kind]
  }

  /** What the verdict rests on, in a sentence or two. */
  function explain(/** @type {Verdict} */ { kind, found, fault, address }) {
    const trouble = fault === "no-policy" ? WORDS.noPolicy((address && address.policy) || "") : fault ? WORDS.noPlace((address && address.anchor) || "") : ""
    if (!found) return trouble + (kind === "nowhere" ? WORDS.nothing : "")
    const percent = Math.floor(ArchiveVerdict.likeness(found) * 100)
    const same = found.others ? WORDS.others(found.others) : ""
    const held = found.held && WORDS.heldIn(found.held.edition, found.held.dates[LANGUAGE === "zh" ? 0 : 1])
    const said = {
      held: held || "",
      holds: address ? WORDS.here : WORDS.anywhere,
      differs: found.distance ? WORDS.letters(percent) : WORDS.onlySpelling,
      elsewhere: found.distance ? WORDS.movedNearly : fault ? WORDS.there : WORDS.moved,
      nowhere: WORDS.nearest(percent),
      leads: "",
      lost: "",
    }[kind]
    return trouble + said + (address && kind === "holds" ? "" : same) + (found.isDraft ? WORDS.draft : "")
  }

  /** An element with what it holds. */
  function make(/** @type {string} */ tag, /** @type {string} */ name, /** @type {(Node | string)[]} */ ...content) {
    const element = document.createElement(tag)
    if (name) element.className = name
    element.append(...content)
    return element
  }

  /** Leads to a place of a policy: online in the language of the words, from a folder in that of this page, which is there. */
  async function makeLink(/** @type {string} */ policy, /** @type {string} */ anchor, /** @type {Language} */ language, quote = "", history = "") {
    const isFolder = location.protocol === "file:"
    const shown = isFolder ? LANGUAGE : language
    const texts = await ArchiveTexts.bring(policy)
    const title = (await ArchiveTexts.titles(policy))[LANGUAGE === "zh" ? 0 : 1]
    const link = document.createElement("a")
    const query = quote && shown === language ? `?quote=${encodeURIComponent(quote.slice(0, 300))}` : ""
    const page = `${root}${shown === "en" ? "en/" : ""}policies/${policy}/${history && "history/"}${isFolder ? "index.html" : ""}`
    link.href = history ? `${page}#${history}` : `${page}${query}${anchor && `#${anchor}`}`
    link.textContent = [title, texts && texts[LANGUAGE].label(anchor)].filter(Boolean).join(LANGUAGE === "zh" ? "，" : ", ")
    return link
  }

  /** A quotation in which what the archive does not have is struck out, and what it has stands behind it. */
  function makeWords(/** @type {FoundWords} */ { quoted, printed, language }) {
    const words = make("p", "verify-words")
    words.lang = TAGS[language]
    quoted.forEach((part, n) => {
      if (n) words.append(" … ")
      let place = 0
      for (const { start, quoted: ours, printed: theirs } of ArchiveAlign.differences(part, printed[n])) {
        words.append(part.slice(place, start))
        if (ours) words.append(make("del", "", visible(ours)))
        if (theirs) words.append(make("ins", "", visible(theirs)))
        place = start + ours.length
      }
      words.append(part.slice(place))
    })
    return words
  }

  /** A text whose blanks can be seen where it is nothing else. */
  const visible = (/** @type {string} */ text) => (text.trim() ? text : text.replace(/\s/g, "␣"))

  /** What the marks in a quotation mean. */
  function makeLegend() {
    return make("p", "verify-legend", make("del", "", WORDS.quoted), " ", make("ins", "", WORDS.printed))
  }

  /** A verdict, as it is shown. */
  async function makeItem(/** @type {Verdict} */ verdict) {
    const { found, address, instead, kind, fault } = verdict
    const item = make("section", `verify-item ${passes(verdict) ? "verify-good" : "verify-bad"}`)
    item.append(make("h2", "", headline(verdict)), make("p", "", explain(verdict)))
    const place = found || (address && (!fault || instead) ? { policy: address.policy, anchor: instead || address.anchor, language: LANGUAGE, printed: [""] } : null)
    if (place) item.append(make("p", "verify-place", await makeLink(place.policy, place.anchor, place.language, place.printed[0], found && found.held ? found.held.place : "")))
    if (found && !found.isExact && kind !== "nowhere") item.append(makeWords(found), makeLegend())
    else if (verdict.quotation) item.append(makePlain(verdict.quotation, found ? found.language : HAN.test(verdict.quotation) ? "zh" : "en"))
    if (found && kind === "nowhere") item.append(makePrinted(found))
    return item
  }

  /** A quotation as it was pasted. */
  function makePlain(/** @type {string} */ quotation, /** @type {Language} */ language) {
    const words = make("p", "verify-words", quotation)
    words.lang = TAGS[language]
    return words
  }

  /** The words of the archive that are nearest to a quotation that stands nowhere. */
  function makePrinted(/** @type {FoundWords} */ { printed, language }) {
    const words = make("p", "verify-words", make("ins", "", printed.join(" … ")))
    words.lang = TAGS[language]
    return words
  }

  /** What is asked: each address with its quotation. @returns {Promise<{address: Cited | null, quotation: string}[]>} */
  async function readForm(/** @type {string} */ written, /** @type {string} */ text) {
    if (!written) {
      const cited = await ArchivePassage.read(text)
      return cited.length ? cited : [{ address: null, quotation: text }]
    }
    const address = ArchiveAddress.read(written, await ArchiveTexts.policies())
    return address ? [{ address, quotation: text || address.quote }] : []
  }

  /** Checks what stands in the form; a newer check overtakes. */
  async function run() {
    if (!form || !output || !status) return
    const values = new FormData(form)
    const [written, pasted] = ["address", "quote"].map((name) => String(values.get(name) || "").trim())
    const text = pasted.slice(0, MOST)
    const turn = ++last
    output.textContent = ""
    keep({ address: written, quote: text })
    status.textContent = written || hasWords(text) ? WORDS.loading : WORDS.empty
    if (status.textContent === WORDS.empty) return
    try {
      ArchiveSearch.open()
      const asked = await readForm(written, text)
      const verdicts = []
      for (const { address, quotation } of asked) verdicts.push(await ArchiveVerdict.verify(address, quotation.slice(0, MOST_KEPT)))
      const isCut = asked.some(({ quotation }) => quotation.length > MOST_KEPT) // what is nearest costs the square of the length
      const long = isCut ? WORDS.long(MOST_KEPT) : pasted.length > MOST ? WORDS.long(MOST) : ""
      const items = await Promise.all(verdicts.map(makeItem))
      if (turn !== last) return
      output.textContent = ""
      output.append(...items)
      const bad = verdicts.filter((verdict) => !passes(verdict)).length
      status.textContent = asked.length ? WORDS.count(asked.length, bad) + long : WORDS.foreign + ArchiveSearchData.head.root + SAMPLE
    } catch (error) {
      if (turn !== last) return
      status.textContent = WORDS.failed
      console.error(error)
    }
  }

  /** Whether a text has letters, figures or characters. */
  function hasWords(/** @type {string} */ text) {
    return HAN.test(text) || /[0-9a-z\u00c0-\u024f]/i.test(text)
  }

  /** Keeps what is asked in the address of the page, so that it can be passed on. */
  function keep(/** @type {Record<string, string>} */ state) {
    const isShort = Object.values(state).every((value) => value.length <= MOST_KEPT)
    const query = isShort ? new URLSearchParams(Object.entries(state).filter(([, value]) => value)).toString() : ""
    try {
      history.replaceState(null, "", query ? `?${query}` : location.pathname)
    } catch (_) {
      // some browsers forbid it in a folder
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    run()
  })
  const asked = new URLSearchParams(location.search)
  for (const name of ["address", "quote"]) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = (asked.get(name) || "").slice(0, MOST_KEPT)
  }
  if (asked.get("address") || asked.get("quote")) run()
})()
