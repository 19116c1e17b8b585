// The search page: every hit, filtered, counted, as passages or as a concordance, with its state in the address.
// @ts-check
"use strict"

;(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.search-page"))
  const output = /** @type {HTMLElement | null} */ (document.querySelector(".search-page-output"))
  const status = /** @type {HTMLElement | null} */ (document.querySelector(".search-page-status"))
  if (!form || !output || !status) return
  const { LANGUAGE, WORDS, html } = ArchiveSearchViews
  /** @type {(keyof State)[]} */
  const FIELDS = ["query", "policy", "place", "year", "period", "level", "kind", "topic", "lang", "view", "sort"]
  const HITS = 30
  const LINES = 100
  const ENTRIES = 6
  const AT_ONCE = 256 // sections whose words are brought together when all are needed
  ArchiveSearchData.base = new URL(form.dataset.data ?? "../data/search/", location.href).href
  let last = 0

  /** The values of the form; empty ones are left out. @returns {State} */
  function read() {
    const values = new FormData(form ?? undefined)
    const named = FIELDS.map((name) => [name, String(values.get(name) ?? "").trim() || undefined])
    return Object.fromEntries(named.filter(([, value]) => value))
  }

  /** Puts the state of the address into the form; `q` is what other pages call the query. */
  function restore() {
    const query = new URLSearchParams(location.search)
    for (const name of FIELDS) {
      const value = query.get(name) ?? (name === "query" ? query.get("q") : null)
      const control = form?.elements.namedItem(name)
      if (value !== null && (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) control.value = value
    }
  }

  /** Says what was found, and what was searched instead where that is not what was typed. */
  function describe(/** @type {AnyResults} */ results) {
    const { parts, reading, isCut } = results.notes
    if (!results.size && !results.entrySize) return isCut ? WORDS.short : WORDS.none
    const notes = [...(parts ? [WORDS.parts(parts)] : []), ...(reading ? [WORDS.reading(reading)] : [])]
    return [...notes, WORDS.count(results.counts())].join(ArchiveWords.say(LANGUAGE, "space"))
  }

  /** Searches with our own engine, or on the server that the site's configuration names. @returns {Promise<AnyResults>} */
  async function answer(/** @type {State} */ state, /** @type {() => boolean} */ isOver) {
    const server = document.querySelector('meta[name="archive-search-server"]')?.getAttribute("content")
    if (server) {
      if (typeof ArchiveServer === "undefined") await loadServer()
      return ArchiveServerResults.search(ArchiveServer.addressOf(server, location.href), state)
    }
    const language = state.lang === "zh" || state.lang === "en" ? state.lang : undefined
    const isWanted = await ArchiveResults.filter(state)
    return new ArchiveResults.Results(await ArchiveSearch.search(state.query ?? "", { language, isWanted, isOver }), language)
  }

  /** Loads the program that puts a query to a server. */
  function loadServer() {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script")
      element.src = `${ArchiveSearchData.base}server.js`
      element.onload = resolve
      element.onerror = () => reject(new Error(`${element.src} cannot be loaded`))
      document.head.append(element)
    })
  }

  /** Searches and shows; a newer search overtakes. */
  async function run() {
    if (!status || !output) return
    const state = read()
    const turn = ++last
    const isOver = () => turn !== last
    const address = new URLSearchParams(/** @type {Record<string, string>} */ (state)).toString()
    history.replaceState(null, "", address ? `?${address}` : location.pathname)
    if (!state.query) {
      output.innerHTML = status.textContent = ""
      return
    }
    if (!output.innerHTML) status.textContent = WORDS.loading
    try {
      await show(await answer(state, isOver), state, isOver)
    } catch (error) {
      if (error instanceof OverError || isOver()) return
      status.textContent = WORDS.failed
      output.innerHTML = ""
      console.error(error)
    }
  }

  /** Shows an answer: counts, entries, bars, hits, and what leads to the rest of them. */
  async function show(/** @type {AnyResults} */ results, /** @type {State} */ state, /** @type {() => boolean} */ isOver) {
    if (!status || !output) return
    const choices = await ArchiveResults.choices()
    results.arrange(state.sort === "archive")
    const page = document.createElement("div")
    const overview = document.createElement("div")
    overview.className = "search-page-overview"
    page.append(overview)
    await showEntries(results, overview)
    if (results.countsByPolicy().length > 1) overview.insertAdjacentHTML("beforeend", ArchiveSearchViews.bars(results.countsByPolicy(), choices))
    await (state.view === "lines" ? showLines : showHits)(results, state, page, isOver)
    if (isOver()) return
    status.textContent = describe(results)
    if (results.size) {
      page.append(button(WORDS.save, async () => save(results.lines(await everyHit(results, () => false)))))
    }
    output.replaceChildren(page)
  }

  async function showEntries(/** @type {AnyResults} */ results, /** @type {HTMLElement} */ page) {
    if (!results.entrySize) return
    const section = document.createElement("section")
    section.className = "hit-entries"
    section.innerHTML = `<h2>${html(WORDS.entries)}</h2><ul></ul>`
    page.append(section)
    await inParts(section, results.entrySize, ENTRIES, WORDS.moreEntries, async (from, to) => {
      const hits = await results.entryHits(from, to)
      section.querySelector("ul")?.insertAdjacentHTML("beforeend", hits.map((hit) => ArchiveSearchViews.entry(hit, results.query)).join(""))
    })
  }

  /** The hits as passages, under the headings of their policies. */
  async function showHits(/** @type {AnyResults} */ results, /** @type {State} */ _, /** @type {HTMLElement} */ page) {
    const list = document.createElement("div")
    page.append(list)
    let path = ""
    await inParts(page, results.size, HITS, WORDS.more, async (from, to) => {
      for (const hit of await results.hits(from, to)) {
        if (hit.zh.collection.path !== path) {
          path = hit.zh.collection.path
          list.insertAdjacentHTML("beforeend", `<section>${ArchiveSearchViews.heading(hit)}<ol class="hits"></ol></section>`)
        }
        list.lastElementChild?.querySelector("ol")?.insertAdjacentHTML("beforeend", ArchiveSearchViews.hit(hit, results.query))
      }
    })
  }

  /** Every place on a line of its own; sorted by a side, all of them are brought first. */
  async function showLines(/** @type {AnyResults} */ results, /** @type {State} */ state, /** @type {HTMLElement} */ page, /** @type {() => boolean} */ isOver) {
    if (!results.size) return
    page.insertAdjacentHTML("beforeend", ArchiveSearchViews.concordance())
    const rows = page.querySelector(".kwic tbody")
    const side = state.sort === "left" || state.sort === "right" ? state.sort : null
    if (side) {
      const sorted = ArchiveResults.sortLines(results.lines(await everyHit(results, isOver)), side, results.language ?? LANGUAGE)
      await inParts(page, sorted.length, LINES, WORDS.moreLines, async (from, to) => {
        rows?.insertAdjacentHTML("beforeend", ArchiveSearchViews.lines(sorted.slice(from, to)))
      })
    } else {
      await inParts(page, results.size, HITS, WORDS.more, async (from, to) => {
        rows?.insertAdjacentHTML("beforeend", ArchiveSearchViews.lines(results.lines(await results.hits(from, to))))
      })
    }
  }

  /** The words of every hit; says how far it has come where there are many. */
  async function everyHit(/** @type {AnyResults} */ results, /** @type {() => boolean} */ isOver) {
    /** @type {Hit[]} */
    const hits = []
    while (hits.length < results.size) {
      if (isOver()) throw new OverError()
      hits.push(...(await results.hits(hits.length, hits.length + AT_ONCE)))
      if (status && results.size > AT_ONCE) status.textContent = WORDS.collecting(hits.length, results.size)
    }
    if (status && results.size > AT_ONCE) status.textContent = describe(results)
    return hits
  }

  /** Shows the first part of a list, and a button for the next as long as there is more. */
  async function inParts(
    /** @type {HTMLElement} */ place, /** @type {number} */ all, /** @type {number} */ size, /** @type {(n: number) => string} */ words, /** @type {(from: number, to: number) => Promise<void>} */ add,
  ) {
    let shown = Math.min(size, all)
    await add(0, shown)
    if (shown >= all) return
    const more = button("", async () => {
      const to = Math.min(shown + size, all)
      await add(shown, to)
      shown = to
      label()
    })
    const label = () => {
      more.textContent = words(Math.min(size, all - shown))
      more.hidden = shown >= all
    }
    label()
    place.append(more)
  }

  function button(/** @type {string} */ words, /** @type {() => Promise<void>} */ act) {
    const made = document.createElement("button")
    made.type = "button"
    made.className = "table-save"
    made.textContent = words
    made.addEventListener("click", act)
    return made
  }

  function save(/** @type {Line[]} */ lines) {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([ArchiveSearchViews.csv(lines)], { type: "text/csv" }))
    link.download = "search.csv"
    link.click()
    URL.revokeObjectURL(link.href)
  }

  /** Fills the choices that depend on the archive. */
  async function fill() {
    const choices = (await ArchiveResults.choices()).filter((choice) => choice.kind === "policy")
    const { topics } = /** @type {Filters} */ (await ArchiveSearchData.bring("filters"))
    const isChinese = LANGUAGE === "zh"
    options("policy", choices.map((choice) => [ArchiveResults.idOf(choice), isChinese ? choice.zh : choice.en]))
    options("place", choices.map((choice) => [choice.placeZh, isChinese ? choice.placeZh : choice.placeEn]))
    options("year", choices.map((choice) => /** @type {[string, string]} */ ([choice.year, choice.year])).sort())
    options("topic", Object.entries(topics).map(([key, [zh, en]]) => [key, isChinese ? zh : en]))
  }

  function options(/** @type {string} */ name, /** @type {[string, string][]} */ list) {
    const select = form?.elements.namedItem(name)
    if (select instanceof HTMLSelectElement) for (const [value, words] of new Map(list)) select.append(new Option(words, value))
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting
  form.addEventListener("input", (event) => {
    if (event instanceof InputEvent && event.isComposing) return
    clearTimeout(waiting)
    waiting = setTimeout(run, event.target instanceof HTMLSelectElement ? 0 : 120)
  })
  form.addEventListener("compositionend", () => {
    clearTimeout(waiting)
    waiting = setTimeout(run, 0)
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    clearTimeout(waiting)
    run()
  })
  addEventListener("popstate", () => {
    restore()
    run()
  })

  /** Shows what the address asks for; a filter in it needs its choices first. */
  async function start() {
    const asked = new URLSearchParams(location.search)
    const filled = fill().catch(() => undefined)
    if (["policy", "place", "year", "topic"].some((name) => asked.has(name))) await filled
    restore()
    const { query, ...filters } = read()
    const more = form?.querySelector("details")
    if (more && !Object.keys(filters).length && matchMedia("(max-width: 40em)").matches) more.open = false // leave a phone's screen to the hits
    await run()
  }
  start()
})()
