// What is measured of a page in a browser; each law yields its faults as words. Run by tests/laws_of_pages.py.
(() => {
  const TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary"
  const SMALLEST = 24 // WCAG 2.2, 2.5.8
  const LONGEST = { zh: 46, en: 92 } // Chinese characters and letters in a line; half an em a letter
  const BLOCKS = "article p, article li, article dd, article blockquote"
  const CLIPPED = "hidden clip"
  const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"

  const nameOf = (element) =>
    [element.tagName.toLowerCase(), ...(element.id ? [`#${element.id}`] : []), ...[...element.classList].map((name) => `.${name}`)].join("") +
    ` “${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 24)}”`
  const isDrawn = (element) => {
    const box = element.getBoundingClientRect()
    return element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }) && box.width > 1 && box.height > 1
  }
  const ownText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())

  function title() {
    const count = [...document.querySelectorAll("h1")].filter(isDrawn).length
    return count === 1 ? [] : [`${count} titles (h1)`]
  }

  function headings() {
    let last = 0
    const found = []
    for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
      if (!isDrawn(heading)) continue
      const level = Number(heading.tagName[1])
      if (last && level > last + 1) found.push(`h${level} below h${last}: ${nameOf(heading)}`)
      last = level
    }
    return found
  }

  /** What stands out of the window at its sides, unless it is scrolled by itself or only for ears. */
  function overflow() {
    const width = document.documentElement.clientWidth
    return document.documentElement.scrollWidth > width ? [`${document.documentElement.scrollWidth} px wide in ${width}`] : []
  }

  /** With the spacing that readers may ask for (WCAG 1.4.12) nothing is cut off, and the page is no wider than the window. */
  function spacing() {
    const style = new CSSStyleSheet()
    style.replaceSync(SPACED)
    document.adoptedStyleSheets = [style]
    const cut = [...document.querySelectorAll("body *")].filter((element) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
      if (textOverflow === "ellipsis") return false // abridged on purpose
      if (!CLIPPED.includes(overflowX) && !CLIPPED.includes(overflowY)) return false
      const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
      return isCut && isDrawn(element) && element.textContent.trim() !== ""
    })
    const found = [...overflow(), ...cut.map((element) => `cut off: ${nameOf(element)}`)]
    document.adoptedStyleSheets = []
    return found
  }

  /** Whether a target stands in a sentence: its line has words beside it that are no target. */
  function isInSentence(element) {
    if (!getComputedStyle(element).display.startsWith("inline")) return false
    const block = element.parentElement.closest("p, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, summary, figcaption, div")
    const words = block.textContent.trim().length
    const targets = [...block.querySelectorAll(TARGETS)].reduce((sum, other) => sum + other.textContent.trim().length, 0)
    return words > targets + 1 || getComputedStyle(element).position === "absolute"
  }

  function targets() {
    const boxes = [...document.querySelectorAll(TARGETS)].filter(isDrawn).map((element) => ({ element, box: boxOf(element) }))
    const small = boxes.filter(({ box }) => box.width < SMALLEST - 0.5 || box.height < SMALLEST - 0.5)
    return small.filter((one) => !isInSentence(one.element) && boxes.some((other) => crowds(other, one))).map(({ element, box }) =>
      `${Math.round(box.width)}×${Math.round(box.height)} ${nameOf(element)}`)
  }

  /** The box that answers to a finger: that of the label, where a box to tick has one around it. */
  function boxOf(element) {
    const label = element.closest("label")
    return (label || element).getBoundingClientRect()
  }

  /** Whether another target stands in the circle of 24 px around a small one. */
  function crowds({ element, box }, { element: own, box: small }) {
    if (element === own || own.contains(element) || element.contains(own) || isFloating(element)) return false
    const [x, y] = [small.x + small.width / 2, small.y + small.height / 2]
    const far = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
    return far < SMALLEST / 2
  }

  /** Whether an element stays in the window while the page below it is scrolled. */
  function isFloating(element) {
    for (let at = element; at; at = at.parentElement) if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
    return false
  }

  function lines() {
    const found = []
    for (const block of document.querySelectorAll(BLOCKS)) {
      if (!ownText(block) || !isDrawn(block) || block.closest("table, nav, pre, form")) continue
      const style = getComputedStyle(block)
      const size = parseFloat(style.fontSize)
      const width = block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
      if (block.textContent.trim().length * size * 0.5 < width * 2) continue // not two lines
      const language = block.closest("[lang]").lang.slice(0, 2)
      const length = language === "zh" ? width / size : (width / size) * 2
      if (length > LONGEST[language] + 0.5) found.push(`${Math.round(length)} a line: ${nameOf(block)}`)
    }
    return found
  }

  const channels = (colour) => {
    const numbers = (colour.match(/[\d.]+/g) || []).map(Number)
    const scale = colour.startsWith("color(") ? 255 : 1
    return { rgb: numbers.slice(0, 3).map((value) => value * scale), alpha: numbers.length > 3 ? numbers[3] : 1 }
  }
  const over = (top, bottom) => top.rgb.map((value, i) => value * top.alpha + bottom[i] * (1 - top.alpha))
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  /** What is behind an element: the grounds of all that it stands in, one over the other. */
  function groundOf(element) {
    const layers = []
    for (let at = element; at; at = at.parentElement) layers.unshift(channels(getComputedStyle(at).backgroundColor))
    return layers.reduce((ground, layer) => over(layer, ground), [255, 255, 255])
  }

  function contrast() {
    const found = []
    for (const element of document.querySelectorAll("body *")) {
      if (!ownText(element) || !isDrawn(element) || element.closest("svg, [aria-hidden=true], [disabled]")) continue
      const style = getComputedStyle(element)
      const colour = channels(style.color)
      for (let at = element; at; at = at.parentElement) colour.alpha *= Number(getComputedStyle(at).opacity)
      const ground = groundOf(element)
      const [light, dark] = [luminance(over(colour, ground)), luminance(ground)].sort((a, b) => b - a)
      const ratio = (light + 0.05) / (dark + 0.05)
      const size = parseFloat(style.fontSize)
      const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5
      if (ratio < least - 0.005) found.push(`${ratio.toFixed(2)} ${nameOf(element)}`)
    }
    return found
  }

  const still = new CSSStyleSheet()
  still.replaceSync("* { transition: none !important }")

  const darkContrast = () => {
    document.adoptedStyleSheets = [still]
    document.documentElement.setAttribute("data-md-color-scheme", "slate")
    const found = contrast()
    document.documentElement.setAttribute("data-md-color-scheme", "default")
    document.adoptedStyleSheets = []
    return found
  }

  let shifted = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value
  }).observe({ type: "layout-shift", buffered: true })
  const shifts = () => (shifted < 0.02 ? [] : [`a shift of ${shifted.toFixed(3)}`])

  window.archiveLaws = { title, headings, overflow, spacing, targets, lines, contrast, darkContrast, shifts }
})()
