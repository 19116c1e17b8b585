// The search page: every hit, filtered, counted, as passages or as a concordance, with its state in the address.
// @ts-check
"use strict"

;(function () {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.search-page"))
  if (!form) return
  const scope = /** @type {any} */ (globalThis)
  const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh" : "en"
  const UP = form.dataset.up ?? "../"
  const OTHER = LANGUAGE === "zh" ? "en" : "zh"
  const WORDS = {
    zh: {
      none: "没有相符之处。", count: (/** @type {number} */ hits, /** @type {number} */ places) => `${hits}节，${places}处`, parts: "没有整句相符之处，已改查其中各词：", loading: "正在载入…",
      entries: "词条", save: "保存结果（CSV）", left: "按左文排序", right: "按右文排序", order: "按文件排序", byPolicy: "各文件处数", cite: "本次检索的网址",
      term: "术语", indicator: "指标", organisation: "机构", document: "引用文件", topic: "专题", page: "页面", columns: ["文件", "位置", "左文", "检索词", "右文", "网址"],
    },
    en: {
      none: "Nothing found.", count: (/** @type {number} */ hits, /** @type {number} */ places) => `${hits} sections, ${places} places`, parts: "No place has the whole; searched for its parts: ", loading: "Loading…",
      entries: "Entries", save: "Save the hits (CSV)", left: "Sort by what comes before", right: "Sort by what comes after", order: "In the order of the policies", byPolicy: "Places by policy", cite: "Address of this search",
      term: "Term", indicator: "Indicator", organisation: "Organisation", document: "Document", topic: "Topic", page: "Page", columns: ["policy", "place", "before", "match", "after", "address"],
    },
  }[LANGUAGE]
  const output = /** @type {HTMLElement} */ (document.querySelector(".search-page-output"))
  const status = /** @type {HTMLElement} */ (document.querySelector(".search-page-status"))
  const CONTEXT = { zh: 24, en: 48 }
  // not `q`: with that the theme opens its own box over the page
  const FIELDS = ["query", "policy", "place", "year", "level", "topic", "lang", "view", "sort"]
  let last = 0

  /** Brings a script by an element, which works from a folder too. */
  function load(/** @type {string} */ url) {
    return /** @type {Promise<void>} */ (
      new Promise((resolve, reject) => {
        const script = document.createElement("script")
        script.src = url
        script.onload = () => resolve()
        script.onerror = () => reject(new Error(`cannot load ${url}`))
        document.head.append(script)
      })
    )
  }

  const html = (/** @type {string} */ text) => scope.ArchiveSearch.escapeHtml(text)

  /** The values of the form; empty ones are left out. */
  function state() {
    /** @type {Record<string, string>} */
    const values = {}
    for (const name of FIELDS) {
      const value = String(new FormData(/** @type {HTMLFormElement} */ (form)).get(name) ?? "").trim()
      if (value) values[name] = value
    }
    return values
  }

  /** Whether a hit passes the filters. */
  function passes(/** @type {any} */ hit, /** @type {Record<string, string>} */ values) {
    const { section } = hit.searchable
    const policy = scope.ArchiveSearchData.head.policies[section.policy]
    return (
      (!values.policy || policy.id === values.policy) &&
      (!values.place || policy.place_zh === values.place) &&
      (!values.year || policy.year === values.year) &&
      (!values.level || policy.kind === values.level) &&
      (!values.topic || section.topics.includes(values.topic)) &&
      (!values.lang || hit.found.every((/** @type {any[]} */ places) => places.some((place) => place.language === values.lang)))
    )
  }

  /** The places of a hit in the language asked for, or in both. */
  function placesOf(/** @type {any} */ hit, /** @type {string | undefined} */ language) {
    return hit.found.flat().filter((/** @type {any} */ place) => !language || place.language === language)
  }

  function link(/** @type {any} */ section, /** @type {string} */ anchor) {
    const policy = scope.ArchiveSearchData.head.policies[section.policy]
    const page = location.protocol === "file:" ? "index.html" : ""
    return `${UP}policies/${encodeURIComponent(policy.id)}/${page}#${anchor}`
  }

  /** A hit as passages, the reader's language first, the aligned one under it. */
  function passageHtml(/** @type {any} */ hit) {
    const { section } = hit.searchable
    const places = hit.found.flat()
    const title = section[`title_${LANGUAGE}`] || section.title_zh
    const label = section[`label_${LANGUAGE}`]
    const texts = [...new Set(places.map((/** @type {any} */ place) => place.text))].slice(0, 3)
    const lines = texts.map((/** @type {any} */ text) => {
      const spans = (/** @type {string} */ language) =>
        places.filter((/** @type {any} */ p) => p.text === text && p.language === language).map((/** @type {any} */ p) => p.span)
      const shown = [LANGUAGE, OTHER].filter((language) => text[language].original && (language === LANGUAGE || spans(language).length))
      return shown
        .map((language) => `<p lang="${language === "zh" ? "zh-Hans" : "en"}">${scope.ArchiveSearch.excerpt(text[language].original, spans(language), language === "zh" ? 160 : 320)}</p>`)
        .join("")
    })
    const anchor = texts.length && !(/** @type {any} */ (texts[0]).isTitle) ? /** @type {any} */ (texts[0]).anchor : section.anchor
    return `<li><a href="${link(section, anchor)}"><span class="hit-label">${html(label)}</span> ${html(title)}</a>${lines.join("")}</li>`
  }

  /** One line of the concordance: before, match, after. */
  function concordance(/** @type {any[]} */ hits, /** @type {Record<string, string>} */ values) {
    const lines = []
    for (const hit of hits) {
      for (const place of placesOf(hit, values.lang)) {
        const text = place.text[place.language].original
        const width = CONTEXT[/** @type {"zh" | "en"} */ (place.language)]
        const [start, end] = place.span
        lines.push({
          section: hit.searchable.section,
          anchor: place.text.anchor,
          language: place.language,
          before: text.slice(Math.max(0, start - width), start),
          match: text.slice(start, end),
          after: text.slice(end, end + width),
        })
      }
    }
    const compare = new Intl.Collator(LANGUAGE === "zh" ? "zh" : "en").compare
    const reversed = (/** @type {string} */ words) => [...words].reverse().join("")
    if (values.sort === "left") lines.sort((a, b) => compare(reversed(a.before), reversed(b.before)))
    if (values.sort === "right") lines.sort((a, b) => compare(a.after, b.after))
    return lines
  }

  function concordanceHtml(/** @type {ReturnType<typeof concordance>} */ lines) {
    const rows = lines.map((line) => {
      const policy = scope.ArchiveSearchData.head.policies[line.section.policy]
      const where = `${policy[`place_${LANGUAGE}`]} ${line.section[`label_${LANGUAGE}`]}`
      const lang = line.language === "zh" ? "zh-Hans" : "en"
      return `<tr><td class="kwic-before" lang="${lang}"><bdi>${html(line.before)}</bdi></td><td class="kwic-match" lang="${lang}"><mark>${html(line.match)}</mark></td><td class="kwic-after" lang="${lang}">${html(line.after)}</td><td><a href="${link(line.section, line.anchor)}">${html(where)}</a></td></tr>`
    })
    return `<div class="table-scroll" role="region" tabindex="0" aria-label="${html(WORDS.byPolicy)}"><table class="kwic"><tbody>${rows.join("")}</tbody></table></div>`
  }

  /** How many places each policy has, as bars. */
  function barsHtml(/** @type {any[]} */ hits, /** @type {Record<string, string>} */ values) {
    const counts = new Map()
    for (const hit of hits) {
      const { policy } = hit.searchable.section
      counts.set(policy, (counts.get(policy) ?? 0) + placesOf(hit, values.lang).length)
    }
    const most = Math.max(...counts.values())
    const rows = [...counts].map(([number, count]) => {
      const policy = scope.ArchiveSearchData.head.policies[number]
      return `<tr><th scope="row">${html(policy[`place_${LANGUAGE}`])} ${html(policy.year)}</th><td><span class="bar" style="inline-size:${((count / most) * 100).toFixed(1)}%"></span></td><td class="number">${count}</td></tr>`
    })
    return `<table class="bars"><caption>${html(WORDS.byPolicy)}</caption><tbody>${rows.join("")}</tbody></table>`
  }

  function entriesHtml(/** @type {any[]} */ entries) {
    if (!entries.length) return ""
    const page = location.protocol === "file:" ? "index.html" : ""
    const items = entries.slice(0, 30).map(({ entry }) => {
      const [path, hash] = entry.url.split("#")
      const href = `${UP}${path}${page}${hash ? `#${hash}` : ""}`
      return `<li><a href="${html(href)}">${html(entry[LANGUAGE])}</a> <span class="hit-label">${html(/** @type {any} */ (WORDS)[entry.kind])} · <span lang="${OTHER === "zh" ? "zh-Hans" : "en"}">${html(entry[OTHER])}</span></span></li>`
    })
    return `<section class="hit-entries"><h2>${html(WORDS.entries)}</h2><ul>${items.join("")}</ul></section>`
  }

  /** The hits as a CSV file with addresses. */
  function save(/** @type {ReturnType<typeof concordance>} */ lines) {
    const field = (/** @type {string} */ text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const rows = lines.map((line) => {
      const policy = scope.ArchiveSearchData.head.policies[line.section.policy]
      const url = `${scope.ArchiveSearchData.head.root}${line.language === "en" ? "en/" : ""}policies/${policy.id}/#${line.anchor}`
      return [policy.id, line.section[`label_${LANGUAGE}`], line.before, line.match, line.after, url].map(field).join(",")
    })
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob(["\ufeff" + [WORDS.columns.join(","), ...rows].join("\r\n") + "\r\n"], { type: "text/csv" }))
    link.download = "search.csv"
    link.click()
    URL.revokeObjectURL(link.href)
  }

  /** Searches and shows; the newest search wins. */
  async function run() {
    const values = state()
    const turn = ++last
    const query = new URLSearchParams(values).toString()
    history.replaceState(null, "", query ? `?${query}` : location.pathname)
    if (!values.query) {
      output.innerHTML = status.textContent = ""
      return
    }
    status.textContent = WORDS.loading
    await scope.ArchiveSearchData.load(new URL((form?.dataset.data ?? "../data/search/"), location.href).href, load)
    const result = await scope.ArchiveSearchData.search(values.query)
    if (turn !== last) return
    const hits = result.hits.filter((/** @type {any} */ hit) => passes(hit, values))
    const order = new Map()
    for (const hit of hits) {
      const { policy } = hit.searchable.section
      if (!order.has(policy)) order.set(policy, [])
      order.get(policy).push(hit)
    }
    const places = hits.reduce((/** @type {number} */ sum, /** @type {any} */ hit) => sum + placesOf(hit, values.lang).length, 0)
    status.textContent = (result.parts ? WORDS.parts + result.parts.join(" ") + " — " : "") + (hits.length || result.entries.length ? WORDS.count(hits.length, places) : WORDS.none)
    let content = entriesHtml(result.entries)
    if (hits.length) {
      content += barsHtml(hits, values)
      if (values.view === "lines") content += concordanceHtml(concordance(hits, values))
      else {
        for (const [number, own] of order) {
          const policy = scope.ArchiveSearchData.head.policies[number]
          content += `<section><h2>${html(policy[`place_${LANGUAGE}`])} · ${html(policy[LANGUAGE])}</h2><ol class="hits">${own.map(passageHtml).join("")}</ol></section>`
        }
      }
      content += `<p><button type="button" class="table-save">${html(WORDS.save)}</button></p>`
    }
    output.innerHTML = content
    output.querySelector("button.table-save")?.addEventListener("click", () => save(concordance(hits, values)))
  }

  /** Puts the state of the address into the form. */
  function restore() {
    const query = new URLSearchParams(location.search)
    for (const name of FIELDS) {
      const control = /** @type {any} */ (form)?.elements.namedItem(name)
      const value = query.get(name)
      if (control && value !== null) control.value = value
    }
  }

  /** Fills the choices that depend on the archive. */
  async function prepare() {
    await scope.ArchiveSearchData.load(new URL((form?.dataset.data ?? "../data/search/"), location.href).href, load)
    const { head } = scope.ArchiveSearchData
    const fill = (/** @type {string} */ name, /** @type {[string, string][]} */ choices) => {
      const select = /** @type {any} */ (form)?.elements.namedItem(name)
      for (const [value, words] of new Map(choices)) select.append(new Option(words, value))
    }
    fill("policy", head.policies.map((/** @type {any} */ p) => [p.id, p[LANGUAGE]]))
    fill("place", head.policies.map((/** @type {any} */ p) => [p.place_zh, p[`place_${LANGUAGE}`]]))
    fill("year", head.policies.map((/** @type {any} */ p) => [p.year, p.year]).sort())
    fill("topic", Object.entries(head.topics).map(([key, names]) => [key, /** @type {any} */ (names)[LANGUAGE === "zh" ? 0 : 1]]))
    restore()
    await run()
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting
  form.addEventListener("input", (event) => {
    if (/** @type {InputEvent} */ (event).isComposing) return
    clearTimeout(waiting)
    waiting = setTimeout(run, 150)
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    run()
  })
  prepare()
})()
