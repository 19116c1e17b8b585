// What a policy in one file does beyond reading: notes and terms open where they are marked, words are found, an address is
// copied. It is forwarded to phones of every age, so it keeps to ECMAScript 2015 and to one file (tests/test_single.py).
// @ts-check
"use strict";

(() => {
  const body = document.body;
  const text = /** @type {HTMLElement} */ (document.querySelector("main"));
  const sheet = /** @type {HTMLElement} */ (document.getElementById("sheet"));
  const said = /** @type {HTMLElement} */ (document.getElementById("said"));
  /** @type {HTMLAnchorElement | null} */
  let opener = null;

  /** The words of the page's language for this key. */
  function word(/** @type {string} */ key) {
    return body.getAttribute(`data-${key}`) || "";
  }

  /** The link of a kind at which an event happened, or null. */
  function linkOf(/** @type {Event} */ event, /** @type {string} */ selector) {
    return event.target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (event.target.closest(selector)) : null;
  }

  // notes and terms

  /** Shows a copy of a note or a term at the foot of the window. */
  function openEntry(/** @type {HTMLAnchorElement} */ mark) {
    const entry = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!entry) return false;
    const copy = /** @type {HTMLElement} */ (entry.cloneNode(true));
    copy.removeAttribute("id");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word("close");
    button.addEventListener("click", close);
    sheet.textContent = "";
    sheet.append(copy, button);
    sheet.hidden = false;
    opener = mark;
    button.focus();
    return true;
  }

  function close() {
    sheet.hidden = true;
    if (opener) opener.focus();
    opener = null;
  }

  // addresses

  /** @type {number | undefined} */
  let silence;

  /** Says something for a while, to screen readers too. */
  function say(/** @type {string} */ words) {
    said.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(() => (said.textContent = ""), 4000);
  }

  /** Puts a text on the clipboard by way of a selection, which works in a file too. */
  function copy(/** @type {string} */ words) {
    const field = document.createElement("textarea");
    field.value = words;
    field.className = "unseen";
    body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    say((done ? word("copied") : word("failed")) + words);
  }

  // finding words

  const form = /** @type {HTMLFormElement} */ (document.querySelector("form.find"));
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const count = /** @type {HTMLElement} */ (form.querySelector("output"));
  /** @type {HTMLElement[][]} Each find, in one piece or, across marks, in several. */
  let finds = [];
  let current = -1;

  /** A text in which full-width and small letters are as half-width and large ones; as long as it was. */
  function fold(/** @type {string} */ words) {
    return Array.from(words, (sign) => {
      const plain = sign.normalize("NFKC").toLowerCase();
      return plain.length === sign.length ? plain : sign;
    }).join("");
  }

  /** The pieces of text of every block, which finds do not go beyond. */
  function blocks() {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    /** @type {Map<Element, Text[]>} */
    const found = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = /** @type {Element} */ (node.parentElement);
      const block = parent.closest("p, h1, h2, h3, h4, h5, h6, li, td, th, dt, dd") || text;
      const pieces = found.get(block);
      if (pieces) pieces.push(/** @type {Text} */ (node));
      else found.set(block, [/** @type {Text} */ (node)]);
    }
    return Array.from(found.values());
  }

  /** Takes all marks of finds away. */
  function clear() {
    for (const pieces of finds)
      for (const mark of pieces) {
        const parent = /** @type {Element} */ (mark.parentNode);
        mark.replaceWith(...Array.from(mark.childNodes));
        parent.normalize();
      }
    finds = [];
    current = -1;
  }

  /** Marks what stands from `start` to `end` in the pieces of a block, and returns the marks. */
  function markWords(/** @type {Text[]} */ pieces, /** @type {number} */ start, /** @type {number} */ end) {
    const marks = [];
    let place = 0;
    for (let index = 0; index < pieces.length && place < end; index++) {
      const piece = pieces[index];
      const from = Math.max(start - place, 0);
      const to = Math.min(end - place, piece.length);
      place += piece.length;
      if (from >= to) continue;
      const mark = document.createElement("mark");
      const inner = piece.splitText(from);
      const rest = inner.splitText(to - from);
      inner.replaceWith(mark);
      mark.append(inner);
      marks.push(mark);
      pieces.splice(index, 1, piece, inner, rest);
      index += 1;
      place = place - piece.length - inner.length - rest.length + piece.length + inner.length;
    }
    return marks;
  }

  /** Finds and marks all places of the words in the field. */
  function find() {
    clear();
    const words = fold(field.value.trim());
    if (words) {
      for (const pieces of blocks()) {
        const whole = fold(pieces.map((piece) => piece.data).join(""));
        for (let place = whole.lastIndexOf(words); place >= 0; place = place ? whole.lastIndexOf(words, place - 1) : -1) {
          finds.push(markWords(pieces.slice(), place, place + words.length));
        }
      }
    }
    finds.sort((a, b) => (a[0].compareDocumentPosition(b[0]) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    go(0);
  }

  /** Goes to a find, round and round, and says which of how many it is. */
  function go(/** @type {number} */ index) {
    for (const mark of finds[current] || []) mark.className = "";
    current = finds.length ? (index + finds.length) % finds.length : -1;
    const pieces = finds[current] || [];
    for (const mark of pieces) mark.className = "current";
    if (pieces.length) pieces[0].scrollIntoView({ block: "center" });
    const words = finds.length ? word("found") : word("nothing");
    count.textContent = field.value.trim() ? words.replace("{n}", String(current + 1)).replace("{m}", String(finds.length)) : "";
  }

  /** @type {number | undefined} */
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(current + 1);
  });
  /** @type {HTMLElement} */ (form.querySelector(".previous")).addEventListener("click", () => go(current - 1));
  form.hidden = false;

  // the years that a policy plans for, once they are over on the reader's day

  for (const planned of [].slice.call(document.querySelectorAll("[data-until][data-over]"))) {
    const element = /** @type {HTMLElement} */ (planned);
    if (new Date().getFullYear() <= Number(element.dataset.until)) continue;
    const over = document.createElement("strong");
    over.textContent = element.dataset.over || "";
    element.append(document.documentElement.lang === "en" ? " " : "", over);
  }

  document.addEventListener("click", (event) => {
    const mark = linkOf(event, 'a[role="doc-noteref"], a[role="doc-glossref"]');
    const sign = linkOf(event, "a.policy-address");
    if (mark && openEntry(mark)) event.preventDefault();
    else if (sign) {
      event.preventDefault();
      copy(sign.href);
    } else if (event.target instanceof Node && !sheet.contains(event.target)) sheet.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !sheet.hidden) close();
  });
})();
