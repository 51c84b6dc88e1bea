/* What the desk gives to fields that somebody is typing in: words that it carried from a section into a quote or back. */
import { pm } from "django-prose-editor/editor"
import { setChoice } from "desk/confirming"

let isTaking = false

/* Put `values`, by the names of fields, into the form. With `sent` (what the form held then) a field stays as it is that
   somebody typed in since, and nothing of it counts as typed. */
export function takeValues(form, values, sent = null) {
  isTaking = Boolean(sent)
  const taken = []
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements[name]
    if (!field || (sent && isTypedSince(field, sent))) continue
    if (field.type === "checkbox") setChoice(field, Boolean(value))
    else if (field.closest(".prose-editor")) mend(field, value)
    else field.value = value
    if (name.endsWith("-key")) nameAfter(field)
    else if (field.type !== "hidden") field.dispatchEvent(new Event("input", { bubbles: true }))
    taken.push(field)
  }
  isTaking = false
  return taken
}

function isTypedSince(field, sent) {
  if (field.type === "checkbox") return field.checked !== sent.has(field.name)
  return field.value.replaceAll("\r\n", "\n") !== (sent.get(field.name) ?? "").replaceAll("\r\n", "\n")
}

function nameAfter(field) {
  const part = field.closest(".part")
  if (part) part.dataset.key = field.value
}

/* Only what differs is replaced: caret, scroll and what can be undone stay. */
function mend(textarea, html) {
  const { editor } = textarea.closest(".prose-editor").querySelector(".ProseMirror")
  const { state, view } = editor
  const { body } = new DOMParser().parseFromString(html, "text/html")
  const { content } = pm.model.DOMParser.fromSchema(state.schema).parse(body)
  const start = state.doc.content.findDiffStart(content)
  if (start === null) return
  let { a, b } = state.doc.content.findDiffEnd(content)
  const overlap = start - Math.min(a, b)
  if (overlap > 0) [a, b] = [a + overlap, b + overlap]
  const slice = state.doc.type.create(null, content).slice(start, b)
  view.dispatch(state.tr.replace(start, a, slice).setMeta("preventAutolink", true))
}

/* The button beside a finding that takes the words of the quote or of the section. */
async function take(form, button) {
  const data = new FormData(form)
  data.set("_part", button.value)
  const options = { method: "POST", body: data, headers: { Accept: "application/json" }, redirect: "manual" }
  const answer = await fetch(form.action, options).catch(() => null)
  const { values } = (answer?.ok && (await answer.json().catch(() => null))) || {}
  if (!values) return form.requestSubmit(button)
  const [first] = takeValues(form, values)
  const box = first?.name.endsWith("-words") && form.elements[first.name.replace(/-words$/, "-confirmed")]
  ;(box || first?.closest(".prose-editor")?.querySelector(".ProseMirror") || first)?.focus()
}

export function startCarrying(form) {
  /* Parts learn of what was put into them, the form as a whole does not. */
  form.querySelector(".text-column").addEventListener("input", (event) => {
    if (isTaking) event.stopPropagation()
  })
  form.addEventListener("submit", (event) => {
    const { submitter } = event
    if (!submitter?.matches("[data-take-words]") || submitter.dataset.isAsked) return
    event.preventDefault()
    event.stopImmediatePropagation()
    submitter.dataset.isAsked = "1"
    take(form, submitter).finally(() => delete submitter.dataset.isAsked)
  })
}
