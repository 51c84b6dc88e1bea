/* House style: the button beside a finding puts the words right in its part, as if they were typed, so that undo knows. */
const PAIRS = { "“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "‚": "‘’" }
const FIELDS = "input[type=text], input:not([type]), textarea, .ProseMirror"

export function startStyle(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-style]")
    if (!button) return
    event.preventDefault()
    const { style: wrong, of: key, right } = button.dataset
    const part = key ? form.querySelector(`.part[data-key="${key}"]`) : form.querySelector(".facts")
    const spans = [...form.querySelectorAll(".part-quote [name$=-words]")].flatMap(({ value }) => value.split("\n"))
    for (const field of part?.querySelectorAll(FIELDS) ?? []) {
      if (field.closest(".part-quote") || (!key && !field.matches("[name=headline], [name=lede]"))) continue
      if (field.isContentEditable) replaceRich(field, wrong, right, spans)
      else replacePlain(field, wrong, right)
    }
    button.disabled = true
  })
}

/* From the last to the first, so that the places before stay where they are. */
function places(text, wrong, spans = []) {
  const capital = wrong[0].toUpperCase() + wrong.slice(1)
  const quoted = quotedIn(text, spans)
  const found = []
  for (const words of new Set([wrong, capital])) {
    const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    for (const { index } of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, "gu"))) {
      const end = index + words.length
      if (!quoted.some(([from, to]) => from < end && index < to)) found.push([index, end, words !== wrong])
    }
  }
  return found.sort(([one], [other]) => other - one)
}

function quotedIn(text, spans) {
  const quoted = []
  let [opened, closers] = [-1, ""]
  for (let place = 0; place < text.length; place++) {
    const sign = text[place]
    if (opened >= 0 && (closers.includes(sign) || sign === "\n")) {
      if (sign === "’" && /[\p{L}\p{N}]/u.test(text[place + 1] ?? "")) continue
      quoted.push([opened, place])
      opened = -1
    } else if (opened < 0 && PAIRS[sign]) {
      opened = place
      closers = PAIRS[sign]
    }
  }
  if (opened >= 0) quoted.push([opened, text.length])
  for (const span of spans.filter(Boolean)) {
    for (let place = text.indexOf(span); place >= 0; place = text.indexOf(span, place + 1)) {
      quoted.push([place, place + span.length])
    }
  }
  return quoted
}

const cased = (right, isCapital) => (isCapital ? right[0].toUpperCase() + right.slice(1) : right)

function replacePlain(field, wrong, right) {
  for (const [start, end, isCapital] of places(field.value, wrong)) {
    field.focus()
    field.setSelectionRange(start, end)
    document.execCommand("insertText", false, cased(right, isCapital))
  }
}

/* Paragraph by paragraph: words run on over what is strong or linked. */
function replaceRich(surface, wrong, right, spans) {
  for (const block of [...surface.querySelectorAll("p, li > p")].reverse()) {
    for (const [start, end, isCapital] of places(block.textContent, wrong, spans)) {
      surface.focus()
      const range = document.createRange()
      range.setStart(...at(block, start))
      range.setEnd(...at(block, end))
      getSelection().removeAllRanges()
      getSelection().addRange(range)
      document.dispatchEvent(new Event("selectionchange"))
      document.execCommand("insertText", false, cased(right, isCapital))
    }
  }
}

function at(block, offset) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let left = offset
  while (walker.nextNode()) {
    if (left <= walker.currentNode.length) return [walker.currentNode, left]
    left -= walker.currentNode.length
  }
  return [block, block.childNodes.length]
}
