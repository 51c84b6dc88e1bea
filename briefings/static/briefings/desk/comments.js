/* Comments beside the parts that they are on. What is typed in the form of the text is not touched: the comment has a
   form of its own, in a dialog, and the buttons of the threads belong to it. */
import { startDialog } from "desk/dialogs"
import { startMentions } from "desk/mentions"
import { ask } from "desk/uploading"

export function startComments(page) {
  const dialog = document.getElementById("commenting")
  if (!dialog) return
  const form = dialog.querySelector("form")
  const text = form.elements.text
  const alert = dialog.querySelector(".alert")
  const typed = new Map() // what was written and not sent, by part
  let opener = null

  startDialog(dialog)
  startMentions(text, form.action)

  const threadOn = (key) => document.querySelector(`[data-thread="${CSS.escape(key)}"]`)

  function open(link) {
    opener = link
    form.elements.part.value = link.dataset.comment
    form.querySelector(".about").textContent = link.dataset.name
    text.value = typed.get(link.dataset.comment) ?? ""
    alert.hidden = true
    dialog.showModal()
    text.focus()
  }

  function refuse(reasons) {
    alert.replaceChildren(...reasons.map((reason) => Object.assign(document.createElement("p"), { textContent: reason })))
    alert.hidden = false
  }

  function show({ said, part, thread, open, standing }) {
    const shown = threadOn(part)
    shown.innerHTML = thread
    const count = document.getElementById("open-comments")
    if (count) count.innerHTML = open
    if (standing) page.querySelector(".standing").innerHTML = standing
    document.getElementById("commented").textContent = said
    return shown
  }

  async function send(button) {
    const data = new FormData(form, button)
    if (page.querySelector(".standing")) data.set("standing", "1")
    const isNew = button.value === "comment"
    button.disabled = true
    const answer = await ask(form.getAttribute("action"), data)
    button.disabled = false
    const reasons = answer.reasons ?? (answer.error && [answer.error])
    if (reasons && !dialog.open) dialog.showModal()
    if (reasons) return refuse(reasons)
    if (isNew) {
      typed.delete(answer.part)
      text.value = ""
      dialog.close()
    }
    const shown = show(answer)
    ;(isNew ? opener : shown)?.focus()
  }

  /* A part that was added in the open form has its key from the save on, and is commented on from then on. */
  function equip(part) {
    const made = document.getElementById("commenting-on").content.cloneNode(true)
    const link = made.querySelector("[data-comment]")
    const name = part.querySelector("h3").textContent.trim().replace(/\s+/g, " ")
    made.querySelector("[data-thread]").dataset.thread = link.dataset.comment = part.dataset.key
    link.dataset.name = name
    link.querySelector(".visually-hidden").textContent = ` (${name})`
    link.search = new URLSearchParams({ part: part.dataset.key })
    part.append(made)
  }

  page.addEventListener("briefing:saved", () => {
    for (const part of page.querySelectorAll(".part[data-key]:not(.empty-form):not(:has([data-thread]))")) equip(part)
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    send(event.submitter)
  })
  text.addEventListener("input", () => typed.set(form.elements.part.value, text.value))
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit(form.querySelector("[value=comment]"))
  })
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-comment]")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open(link)
  })
  window.addEventListener("beforeunload", (event) => {
    if ([...typed.values()].some((words) => words.trim())) event.preventDefault()
  })
  /* On the part in which one writes, or else on the whole. */
  document.addEventListener("briefing:key", ({ target, detail }) => {
    if (detail !== "comment") return
    const link = target.closest?.(".part")?.querySelector("[data-comment]") ?? document.querySelector('[data-comment=""]')
    link?.focus()
    if (link) open(link)
  })
}
