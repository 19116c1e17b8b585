// A page while the archive is edited: it is loaded again once it is another, at its place, and says what is wrong.
(() => {
  const KEY = "archive-preview"
  const own = /** @type {HTMLScriptElement} */ (document.currentScript)

  // The first element with an id that can be seen, and where; what stands above it may get longer.
  const place = () => {
    for (const element of document.querySelectorAll("article [id]")) {
      const box = element.getBoundingClientRect()
      if (box.height && box.top >= 0) return { path: location.pathname, id: element.id, top: box.top, y: scrollY }
    }
    return { path: location.pathname, id: "", top: 0, y: scrollY }
  }

  const opened = () => [...document.querySelectorAll("details")].map((details) => details.open)

  const reload = () => {
    sessionStorage.setItem(KEY, JSON.stringify({ ...place(), opened: opened() }))
    history.scrollRestoration = "manual"
    location.reload()
  }

  /** @param {{id: string, top: number, y: number}} kept */
  const goBack = (kept) => {
    const element = kept.id && document.getElementById(kept.id)
    const y = element ? scrollY + element.getBoundingClientRect().top - kept.top : kept.y
    scrollTo({ top: y, behavior: "instant" })
  }

  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEY) || "null")
    sessionStorage.removeItem(KEY)
    if (!kept || kept.path !== location.pathname) return
    document.querySelectorAll("details").forEach((details, place) => {
      if (kept.opened[place]) details.open = true
    })
    goBack(kept)
    addEventListener("load", () => {
      goBack(kept)
      requestAnimationFrame(() => goBack(kept))
      history.scrollRestoration = "auto"
    })
  }

  const bar = document.createElement("div")
  bar.id = "preview-problem"
  bar.setAttribute("role", "status")
  Object.assign(bar.style, {
    position: "fixed", left: "0", right: "0", bottom: "0", zIndex: "1000", padding: "8px 16px", maxHeight: "30vh",
    overflow: "auto", font: "14px/1.4 ui-monospace, monospace", color: "#fff", background: "#8a1c1c",
    overflowWrap: "anywhere",
  })

  /** @param {string} problem */
  const show = (problem) => {
    bar.textContent = problem
    if (problem) document.body.append(bar)
    else bar.remove()
  }

  // Only a page that is seen listens: a browser keeps few connections to one host.
  /** @type {EventSource | null} */
  let news = null
  const listen = () => {
    if (document.visibilityState === "visible" && !news) {
      const query = new URLSearchParams({ path: location.pathname, mark: own.dataset.mark || "" })
      news = new EventSource(`/-/changes?${query}`)
      news.addEventListener("changed", reload)
      news.addEventListener("problem", (event) => show(JSON.parse(event.data)))
    } else if (document.visibilityState !== "visible" && news) {
      news.close()
      news = null
    }
  }

  restore()
  show(own.dataset.problem || "")
  document.addEventListener("visibilitychange", listen)
  addEventListener("pagehide", () => news && news.close())
  listen()
})()
