/* House style: the button beside a finding puts the words right in its part, as if they were typed, so that undo knows. */
const PAIRS = { "“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "‚": "‘’" }
const FIELDS = "input[type=text], textarea:not(.prose-editor textarea), .ProseMirror"

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
      if (field.editor) replaceRich(field, wrong, right, spans)
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

/* All in one step, so that one undo takes it back. Words run on over what is strong or linked. */
function replaceRich({ editor }, wrong, right, spans) {
  const { state } = editor.view
  const edits = []
  state.doc.descendants((node, place) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, null, "\n")
    for (const [start, end, isCapital] of places(text, wrong, spans)) {
      edits.push([place + 1 + start, place + 1 + end, cased(right, isCapital)])
    }
    return false
  })
  if (!edits.length) return
  const change = state.tr
  for (const [start, end, words] of edits.sort(([one], [other]) => other - one)) change.insertText(words, start, end)
  editor.view.dispatch(change)
}
