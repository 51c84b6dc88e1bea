/* What is said beside a field about what was pasted into it, until it is dismissed. */
import { gettext } from "django-prose-editor/editor"

function made(tag, attributes = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), attributes)
  element.append(...inside)
  return element
}

function items(texts) {
  return made("ul", {}, ...texts.map((text) => made("li", { dir: "auto" }, text)))
}

function leftOut({ reason, words }) {
  return made("li", { dir: "auto" }, made("b", {}, `${reason}: `), words)
}

/* What was left out of a fragment, and what there is to be said of it; nothing where that is so. */
export function toldOf({ left_out, around, findings }) {
  const parts = []
  if (left_out.length) parts.push(made("p", {}, gettext("Left out of what you pasted:")), made("ul", {}, ...left_out.map(leftOut)))
  if (findings.length) parts.push(items(findings))
  if (around.length) parts.push(made("details", {}, made("summary", {}, gettext("What stood around the text")), items(around)))
  return parts
}

/* The remark of a field. `say` with nothing takes it away. */
export function remarkOf(editor, textarea) {
  const status = made("div", { role: "status" })
  const dismiss = made("button", { type: "button", className: "tool", textContent: gettext("Dismiss") })
  const remark = made("div", { className: "remark" }, status, dismiss)

  function say(...parts) {
    if (parts.length && !remark.isConnected) textarea.closest(".prose-editor").after(remark)
    status.replaceChildren(...parts)
    remark.hidden = !parts.length
  }
  dismiss.addEventListener("click", () => {
    say()
    editor.commands.focus()
  })
  return { say, sayPlain: (sentence) => say(made("p", {}, sentence)) }
}
