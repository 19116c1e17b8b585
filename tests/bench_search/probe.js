// Put into every page before its own scripts: notes when the search's worker is ready and answers, and when results stand
// on the screen. `item`, `panel` and `box` are selectors.
;(() => {
  const bench = (globalThis.__bench = { worker: null, ready: 0, asked: 0, answers: 0, first: 0, dom: 0 })

  globalThis.Worker = class extends Worker {
    constructor(...options) {
      super(...options)
      if (!/search/.test(String(options[0])) || /pagefind/.test(String(options[0]))) return
      bench.worker = this
      this.addEventListener("message", ({ data }) => {
        if (data?.type === 1 || data?.ready) bench.ready ||= performance.now()
        if (data?.type === 3 || data?.turn) bench.answers++
      })
    }

    postMessage(message, ...options) {
      if (message?.type === 2 || message?.turn) bench.asked++
      super.postMessage(message, ...options)
    }
  }

  /** After the next frame has been painted. */
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(0)
      }),
    )

  /** Notes when the first result stands on the screen, in milliseconds since the page was asked for. */
  bench.watchFirst = (item) => {
    const observer = new MutationObserver(async () => {
      if (!document.querySelector(item)) return
      observer.disconnect()
      bench.dom = performance.now()
      bench.first = await painted()
    })
    observer.observe(document, { childList: true, subtree: true })
  }

  /** Puts a value into the box as a key would; resolves to when results changed and when they were painted. */
  const put = (input, panel, value, limit) =>
    new Promise((resolve) => {
      const before = bench.answers
      const start = performance.now()
      const observer = new MutationObserver(async () => {
        if (bench.answers === before) return
        observer.disconnect()
        const dom = performance.now() - start
        resolve([dom, (await painted()) - start])
      })
      observer.observe(panel, { childList: true, subtree: true, characterData: true })
      setTimeout(() => resolve(null), limit)
      input.value = value
      input.dispatchEvent(new InputEvent("input", { bubbles: true }))
      input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: value.at(-1) ?? "Backspace" }))
    })

  /** Types a text, one character after the other, waiting for results each time; then empties the box. */
  bench.type = async (text, { box, panel, limit }) => {
    const input = document.querySelector(box)
    const results = document.querySelector(panel)
    const pause = () => new Promise((resolve) => setTimeout(resolve, 20))
    const times = []
    let typed = ""
    for (const char of text) {
      typed += char
      times.push(await put(input, results, typed, limit))
      await pause()
    }
    await put(input, results, "", 1000)
    await pause()
    return times
  }
})()
