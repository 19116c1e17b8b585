// The search page: every hit, filtered, counted, as passages or as a concordance, with its state in the address.
// @ts-check
"use strict"

;(() => {
  const layout = /** @type {HTMLElement | null} */ (document.querySelector(".search-layout"))
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.search-page"))
  const output = /** @type {HTMLElement | null} */ (document.querySelector(".search-page-output"))
  const status = /** @type {HTMLElement | null} */ (document.querySelector(".search-page-status"))
  const counts = /** @type {HTMLElement | null} */ (document.querySelector(".search-counts"))
  const filters = /** @type {HTMLElement | null} */ (document.querySelector(".search-filters"))
  const help = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".search-page-help"))
  const examples = /** @type {HTMLElement | null} */ (document.querySelector(".search-page-examples"))
  if (!layout || !form || !output || !status || !counts || !filters || !help || !examples) return
  if (typeof ArchiveSearchViews === "undefined") {
    layout.classList.remove("is-waiting")
    const unready = output.querySelector(".search-page-unready")
    if (unready) unready.classList.remove("search-page-unready") // it says now that the search does not run
    return
  }
  const { LANGUAGE, WORDS, html } = ArchiveSearchViews
  /** @type {(keyof State)[]} */
  const FIELDS = ["query", "policy", "place", "year", "period", "level", "kind", "topic", "lang", "view", "sort"]
  const MOST_SHOWN = 1000 // characters of a query that the field takes over from an address
  const HITS = 30
  const LINES = 100
  const ENTRIES = matchMedia("(max-width: 44.9375em)").matches ? 2 : 6
  const MORE_ENTRIES = 12
  const [PLACE, LINE_SIZE] = [12, 0.75] // in rems, as look/search.css has them: the place beside a line, its letters
  const MOST_MEANT = 3
  const MOST_NAMED = 4 // entries whose names are compared with the query
  const AT_ONCE = 256 // sections whose words are brought together when all are needed
  ArchiveSearchData.base = new URL(layout.dataset.data || "../data/search/", location.href).href
  let last = 0

  /** The values of the form; empty ones are left out. @returns {State} */
  function read() {
    const values = new FormData(form || undefined)
    const state = /** @type {State} */ ({})
    for (const name of FIELDS) {
      const value = ArchiveText.clip(String(values.get(name) || "").trim())
      if (value) state[name] = value
    }
    return state
  }

  /** Whether the field has more than is searched. */
  function isLong() {
    const field = form && form.elements.namedItem("query")
    return field instanceof HTMLInputElement && ArchiveText.isLong(field.value.trim())
  }

  /** The same without the words of the query: filters that were typed stay in it. */
  function filtersOf(/** @type {State} */ state, /** @type {AnyResults} */ results) {
    const { asked } = results.notes
    const query = asked ? asked.filters.map(({ written }) => written).join(" ") : ""
    return Object.assign({}, state, { query: query || undefined })
  }

  /** Puts the state of the address into the form; `q` is what other pages call the query. */
  function restore() {
    const query = new URLSearchParams(location.search)
    for (const name of FIELDS) {
      const value = query.get(name) || (name === "query" && query.get("q")) || ""
      const control = form && form.elements.namedItem(name)
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value.slice(0, MOST_SHOWN)
    }
    showFilters()
  }

  /** Tells which filters are set, also where they are folded away, and offers to clear them. */
  function showFilters() {
    if (!filters || !layout) return
    const selects = [...filters.querySelectorAll("select")]
    for (const select of selects) select.classList.toggle("is-set", select.value !== "")
    const set = selects.filter((select) => select.value !== "").length
    const button = layout.querySelector(".search-filters-button")
    const clear = /** @type {HTMLElement | null} */ (layout.querySelector(".search-clear"))
    if (button) button.textContent = WORDS.filters(set)
    if (clear) clear.hidden = !set
  }

  const isOfMany = (/** @type {AnyResults} */ results) => results.query.required.filter((term) => !term.isLight).length > 1

  /** Says what was found, and what was searched instead where that is not what was typed. */
  function describe(/** @type {AnyResults} */ results) {
    const { parts, reading, isCut, said = { zh: [], en: [] } } = results.notes
    const long = [...(isLong() ? [WORDS.long] : []), ...said[LANGUAGE].map((words) => words + ArchiveWords.say(LANGUAGE, "stop"))]
    const { asked } = results.notes
    if (asked && !asked.words) return long.join(ArchiveWords.say(LANGUAGE, "space"))
    if (!results.size && !results.entrySize) return [...long, isCut ? WORDS.short : WORDS.none].join(ArchiveWords.say(LANGUAGE, "space"))
    const notes = [...long, ...(parts ? [WORDS.parts(parts)] : []), ...(reading ? [WORDS.reading(reading)] : [])]
    return [...notes, ArchiveSearchViews.counted(results.counts(), isOfMany(results))].join(ArchiveWords.say(LANGUAGE, "space"))
  }

  /** The search server that the site's configuration names, or null. */
  function serverOf() {
    const named = document.querySelector('meta[name="archive-search-server"]')
    return named && named.getAttribute("content")
  }

  /** What the engine is to heed beside the query. @returns {Promise<Options>} */
  async function optionsOf(/** @type {State} */ state, /** @type {() => boolean} */ isOver) {
    const language = state.lang === "zh" || state.lang === "en" ? state.lang : undefined
    return { language, isWanted: await ArchiveResults.filter(state), isOver }
  }

  /** Searches with our own engine. @returns {Promise<AnyResults>} */
  async function answerOfFiles(/** @type {string} */ query, /** @type {Options} */ options) {
    return new ArchiveResults.Results(await ArchiveSearch.search(query, options), options.language)
  }

  /** Searches on the server that the site's configuration names, while that answers; else with our own engine. */
  async function answer(/** @type {State} */ state, /** @type {Options} */ options) {
    const server = serverOf()
    if (server) {
      if (typeof ArchiveServer === "undefined") await loadServer()
      const address = ArchiveServer.addressOf(server, location.href)
      if (!ArchiveServer.whyResting()) {
        try {
          return await ArchiveServerResults.search(address, state, options)
        } catch (error) {
          letRest(error)
        }
      }
    }
    return answerOfFiles(state.query || "", options)
  }

  /** Lets a server rest that failed; throws what is no fault of a server. */
  function letRest(/** @type {unknown} */ error) {
    if (typeof ArchiveServer === "undefined" || !(error instanceof ServerError)) throw error
    console.warn(error.message)
    ArchiveServer.letRest(ArchiveServer.addressOf(serverOf() || "", location.href), error.reason)
  }

  /** Shows what was found; where the server stops answering meanwhile, what the files have. */
  async function showAnswer(/** @type {State} */ state, /** @type {Options} */ options) {
    const results = await answer(state, options)
    const { asked } = results.notes
    try {
      await show(results, state, asked ? Object.assign({}, asked.options, { isOver: options.isOver }) : options)
    } catch (error) {
      letRest(error)
      await show(await answer(state, options), state, options)
    }
  }

  /** Loads the program that puts a query to a server. */
  function loadServer() {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script")
      element.src = `${ArchiveSearchData.base}server.js`
      element.onload = resolve
      element.onerror = () => reject(new Error(`${element.src} cannot be loaded`))
      document.head.appendChild(element)
    })
  }

  /** Puts what was made into the page, at once. */
  function put(/** @type {string} */ words, /** @type {Node} */ made, /** @type {string} */ bars) {
    if (!status || !output || !counts || !layout || !help || !examples) return
    const isIdle = !words
    status.textContent = words
    output.textContent = ""
    output.appendChild(made)
    const resting = !isIdle && serverOf() && typeof ArchiveServer !== "undefined" && ArchiveServer.whyResting()
    if (resting) output.insertAdjacentHTML("afterbegin", `<p class="search-page-note search-page-resting">${html(WORDS.resting[resting])}</p>`)
    counts.innerHTML = bars
    examples.hidden = !isIdle
    help.open = isIdle
    layout.classList.remove("is-waiting")
    output.removeAttribute("aria-busy")
  }

  /** Says, to those who listen to the page, that what stands there is about to change. */
  function begin() {
    if (output) output.setAttribute("aria-busy", "true")
  }

  /** Searches and shows; a newer search overtakes. */
  async function run() {
    if (!status || !output || !layout) return
    begin()
    const state = read()
    const turn = ++last
    const isOver = () => turn !== last
    const address = new URLSearchParams(/** @type {Record<string, string>} */ (state)).toString()
    history.replaceState(null, "", address ? `?${address}` : location.pathname)
    showFilters()
    if (!state.query) return put("", document.createDocumentFragment(), "")
    if (layout.classList.contains("is-waiting") || !output.innerHTML) status.textContent = WORDS.loading
    try {
      const options = await optionsOf(state, isOver)
      await showAnswer(state, options)
    } catch (error) {
      if (error instanceof OverError || isOver()) return
      const ways = document.createElement("div")
      ways.innerHTML = ArchiveSearchViews.suggestions([], {})
      put(WORDS.failed, ways, "")
      console.error(error)
    }
  }

  /** Shows an answer: counts, entries, bars, hits, and what leads to the rest of them. */
  async function show(/** @type {AnyResults} */ results, /** @type {State} */ state, /** @type {Options} */ options) {
    const page = document.createElement("div")
    if (!results.size && !results.entrySize) return showNothing(results, state, options, page)
    const choices = await ArchiveResults.choices()
    showChips(results, page)
    if (results.notes.parts) await showMeant(results, state, options, page)
    results.arrange(state.sort === "archive")
    await showAlso(results, state, page)
    await showPhrase(results, state, options, page)
    await showEntries(results, page)
    const isLines = state.view === "lines"
    await (isLines ? showLines : showHits)(results, state, page, options)
    if (options.isOver && options.isOver()) return
    const unit = results.counts().places === null ? "sections" : "places"
    if (results.size) page.append(button(WORDS.save, async () => save(results.lines(await everyHit(results, {})))))
    const byPolicy = results.countsByPolicy()
    put(describe(results), page, byPolicy.length > 1 ? ArchiveSearchViews.bars(byPolicy, choices, unit) : "")
  }

  /** Nothing was found: what else could be meant. */
  async function showNothing(/** @type {AnyResults} */ results, /** @type {State} */ state, /** @type {Options} */ options, /** @type {HTMLElement} */ page) {
    const list = await meant(results, state, options)
    page.innerHTML = ArchiveSearchViews.suggestions(list, filtersOf(state, results))
    showChips(results, page)
    const words = [describe(results), ...(list.length ? [WORDS.suggested(list.length)] : [])]
    if (!options.isOver || !options.isOver()) put(words.join(ArchiveWords.say(LANGUAGE, "space")), page, "")
  }

  /** What else a reader may have meant. @returns {Promise<Suggestion[]>} */
  async function meant(/** @type {AnyResults} */ results, /** @type {State} */ state, /** @type {Options} */ options) {
    const { asked } = results.notes
    const words = asked ? asked.words : state.query || ""
    if (!words) return []
    await ArchiveSearchData.program("asking")
    return ArchiveSuggestions.suggest(words, options)
  }

  /** Above what the parts of a query found: what else may have been meant by the whole. */
  async function showMeant(/** @type {AnyResults} */ results, /** @type {State} */ state, /** @type {Options} */ options, /** @type {HTMLElement} */ page) {
    const list = await meant(results, state, options)
    const whole = list.filter(({ query, isUnfiltered }) => !isUnfiltered && query.length >= (results.notes.parts || []).join("").length)
    page.insertAdjacentHTML("beforeend", ArchiveSearchViews.meant(whole.slice(0, MOST_MEANT), filtersOf(state, results)))
  }

  /** The filters that were typed, each with a button that takes it off. */
  function showChips(/** @type {AnyResults} */ results, /** @type {HTMLElement} */ page) {
    const { asked } = results.notes
    if (asked && asked.filters.length) page.insertAdjacentHTML("afterbegin", ArchiveSearchViews.chips(asked.filters))
  }

  /** Other names of what is searched for: they are offered, and not searched. */
  async function showAlso(/** @type {AnyResults} */ results, /** @type {State} */ state, /** @type {HTMLElement} */ page) {
    const { asked } = results.notes
    const words = asked ? asked.words : state.query || ""
    const names = ArchiveSearchAlso.names(words, await results.entryHits(0, MOST_NAMED))
    page.insertAdjacentHTML("beforeend", ArchiveSearchViews.also(names, filtersOf(state, results)))
  }

  /** Of several words, which are counted by themselves: how often they stand together. */
  async function showPhrase(/** @type {AnyResults} */ results, /** @type {State} */ state, /** @type {Options} */ options, /** @type {HTMLElement} */ page) {
    const { required } = results.query
    if (!isOfMany(results) || results.notes.parts || (results.notes.said && results.notes.said.zh.length)) return
    const words = required.map((term) => (term.kind === "string" ? term.text : term.words.join(" "))).join(" ")
    const query = `“${words}”`
    const phrase = results.notes.asked ? await answerOfFiles(query, options) : await answer(Object.assign({}, state, { query }), options)
    const isAsTyped = !phrase.notes.parts && !phrase.notes.reading
    if (isAsTyped) page.insertAdjacentHTML("beforeend", ArchiveSearchViews.phrase(query, phrase.counts(), filtersOf(state, results)))
  }

  async function showEntries(/** @type {AnyResults} */ results, /** @type {HTMLElement} */ page) {
    if (!results.entrySize) return
    const section = document.createElement("section")
    section.className = "hit-entries"
    section.innerHTML = `<h2>${html(WORDS.entries)}</h2><ul></ul>`
    page.append(section)
    const list = /** @type {HTMLElement} */ (section.querySelector("ul"))
    await inParts(section, results.entrySize, [ENTRIES, MORE_ENTRIES], WORDS.moreEntries, async (from, to) => {
      const hits = await results.entryHits(from, to)
      list.insertAdjacentHTML("beforeend", hits.map((hit) => ArchiveSearchViews.entry(hit, results.query)).join(""))
    })
  }

  /** The hits as passages, under the headings of their policies. */
  async function showHits(/** @type {AnyResults} */ results, /** @type {State} */ _, /** @type {HTMLElement} */ page) {
    const list = document.createElement("div")
    page.append(list)
    let path = ""
    /** @type {HTMLElement | null} */
    let hits = null
    await inParts(page, results.size, [HITS, HITS], WORDS.more, async (from, to) => {
      for (const hit of await results.hits(from, to)) {
        if (hit.zh.collection.path !== path) {
          path = hit.zh.collection.path
          list.insertAdjacentHTML("beforeend", `<section class="hits-of">${ArchiveSearchViews.heading(hit)}<ol class="hits"></ol></section>`)
          hits = list.querySelector(".hits-of:last-child .hits")
        }
        if (hits) hits.insertAdjacentHTML("beforeend", ArchiveSearchViews.hit(hit, results.query))
      }
    })
  }

  /** How many ems a line of the concordance is wide. */
  function lineWidth() {
    if (!output) return 0
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize)
    const beside = matchMedia("(min-width: 76.25em)").matches ? PLACE * size : 0
    return (output.clientWidth - beside) / (LINE_SIZE * size)
  }

  /** Every place on a line of its own; sorted by a side, all of them are brought first. */
  async function showLines(/** @type {AnyResults} */ results, /** @type {State} */ state, /** @type {HTMLElement} */ page, /** @type {Options} */ options) {
    if (!results.size) return
    page.insertAdjacentHTML("beforeend", ArchiveSearchViews.concordance())
    const rows = /** @type {HTMLElement} */ (page.querySelector(".kwic"))
    const add = (/** @type {Line[]} */ lines) => rows.insertAdjacentHTML("beforeend", ArchiveSearchViews.lines(lines, lineWidth()))
    if (state.sort === "left" || state.sort === "right") {
      const sorted = ArchiveResults.sortLines(results.lines(await everyHit(results, options)), state.sort, results.language || LANGUAGE)
      await inParts(page, sorted.length, [LINES, LINES], WORDS.moreLines, async (from, to) => add(sorted.slice(from, to)))
    } else {
      await inParts(page, results.size, [HITS, HITS], WORDS.more, async (from, to) => add(results.lines(await results.hits(from, to))))
    }
  }

  /** The words of every hit; says how far it has come where there are many. */
  async function everyHit(/** @type {AnyResults} */ results, /** @type {Options} */ options) {
    /** @type {Hit[]} */
    const hits = []
    while (hits.length < results.size) {
      if (options.isOver && options.isOver()) throw new OverError()
      const more = await results.hits(hits.length, hits.length + AT_ONCE)
      if (!more.length) break
      hits.push(...more)
      if (status && results.size > AT_ONCE) status.textContent = WORDS.collecting(hits.length, results.size)
    }
    if (status && results.size > AT_ONCE) status.textContent = describe(results)
    return hits
  }

  /** Shows the first part of a list, and a button for the next as long as there is more. */
  async function inParts(
    /** @type {HTMLElement} */ place, /** @type {number} */ all, /** @type {[number, number]} */ [first, size], /** @type {(n: number) => string} */ words, /** @type {(from: number, to: number) => Promise<void>} */ add,
  ) {
    let shown = Math.min(first, all)
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
    made.className = "action"
    made.textContent = words
    const fail = (/** @type {unknown} */ error) => {
      letRest(error)
      return run()
    }
    made.addEventListener("click", () => act().catch(fail))
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
    options("topic", Object.keys(topics).map((key) => [key, topics[key][isChinese ? 0 : 1]]))
  }

  function options(/** @type {string} */ name, /** @type {[string, string][]} */ list) {
    const select = form && form.elements.namedItem(name)
    if (select instanceof HTMLSelectElement) for (const [value, words] of new Map(list)) select.append(new Option(words, value))
  }

  /** Searches without one of the filters that were typed. */
  function takeOff(/** @type {string} */ written) {
    const field = form && form.elements.namedItem("query")
    if (!(field instanceof HTMLInputElement)) return
    field.value = ArchiveTypedFilters.without(field.value, written)
    field.focus() // the button goes
    soon(0)
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting
  function soon(/** @type {number} */ pause) {
    clearTimeout(waiting)
    begin()
    waiting = setTimeout(run, pause)
  }

  form.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) soon(120)
  })
  form.addEventListener("compositionend", () => soon(0))
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    soon(0)
  })
  filters.addEventListener("change", () => soon(0))
  layout.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest(".search-filters-button, .search-clear, .search-chip") : null
    if (!pressed) return
    if (pressed instanceof HTMLElement && pressed.matches(".search-chip")) return takeOff(pressed.dataset.written || "")
    if (pressed.matches(".search-clear")) {
      for (const select of filters.querySelectorAll("select")) select.value = ""
      const field = /** @type {HTMLElement | null} */ (form.querySelector("input"))
      if (field) field.focus() // the button goes
      soon(0)
    } else pressed.setAttribute("aria-expanded", String(filters.classList.toggle("is-open")))
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
    await run()
  }
  start()
})()
