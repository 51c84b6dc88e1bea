/* Saving in the background: the page stays as it is, with all that is typed in it meanwhile, its focus and its undo. */
import { takeValues } from "desk/carrying"
import { renew } from "desk/keeping"

const PATIENCE = 30_000

export function startSaving(form, keeper, leaving) {
  let [isSaving, isWanted] = [false, false]

  async function save() {
    if (isSaving) {
      isWanted = true
      return
    }
    isSaving = true
    form.ariaBusy = "true"
    const counter = keeper.typed
    form.elements.counter.value = counter
    const deleted = [...form.querySelectorAll(":is(.part, .source):has([name$='-DELETE']:checked)")]
    const answer = await post(form)
    isSaving = false
    if (answer.saved) take(answer.saved, counter, { sent: answer.sent, deleted })
    else if (answer.page && show(answer.page)) return
    else if (answer.reason) keeper.failed(answer.reason)
    form.ariaBusy = null
    if (isWanted) {
      isWanted = false
      if (answer.saved && keeper.typed > counter) save()
    }
  }

  function take(saved, counter, { sent, deleted }) {
    for (const part of deleted) part.hidden = true
    form.elements.version.value = saved.version
    form.elements.save_id.value = saved.save_id
    takeValues(form, saved.values, sent)
    if (form.dataset.keep !== saved.addresses.keep) moveTo(saved.addresses)
    form.querySelector(".standing").innerHTML = saved.standing
    for (const alert of form.querySelectorAll(".alert[role=alert]:not(.client), .errorlist")) alert.remove()
    for (const marked of form.querySelectorAll(".errors, .has-errors")) marked.classList.remove("errors", "has-errors")
    document.querySelector(".messagelist")?.remove()
    keeper.settle(counter)
    leaving.saved(saved.message, keeper.typed === counter)
    form.dispatchEvent(new CustomEvent("briefing:saved", { bubbles: true }))
  }

  /* A briefing that was of no draft before has an address of its own now. */
  function moveTo({ change, preview, keep }) {
    form.action = change
    form.dataset.keep = keep
    for (const button of form.querySelectorAll("[data-preview]")) button.formAction = preview
    form.elements.briefing?.remove()
    history.replaceState(null, "", change)
  }

  /* Fields that hold something wrong are marked here. Any other page (two texts to choose from) is asked for as a page,
     by the same form once more, and takes the place of this one. */
  function show(html) {
    const page = new DOMParser().parseFromString(html, "text/html")
    if (page.getElementById("draft_form")) return mark(page)
    leaving.leaves()
    form.submit()
    return true
  }

  function mark(page) {
    for (const marked of form.querySelectorAll(".form-row .errorlist")) marked.remove()
    for (const marked of form.querySelectorAll(".form-row.errors, .part.has-errors")) {
      marked.classList.remove("errors", "has-errors")
    }
    for (const list of page.querySelectorAll("#draft_form .form-row .errorlist")) {
      const name = list.closest(".form-row").querySelector("[name]")?.name
      const row = name && form.elements[name] && rowOf(form.elements[name])
      if (!row) continue
      row.append(document.importNode(list, true))
      row.classList.add("errors")
      row.closest("details")?.setAttribute("open", "")
      row.closest(".part")?.classList.add("has-errors")
    }
    /* What is asked only now: which of two people of one name is meant. */
    for (const choice of page.querySelectorAll("#draft_form .part.has-errors .form-row select")) {
      const field = form.elements[choice.name]
      if (field?.type === "hidden") rowOf(field).replaceWith(document.importNode(choice.closest(".form-row"), true))
    }
    form.querySelector(".alert[role=alert]:not(.client)")?.remove()
    const alert = page.querySelector("#draft_form .alert[role=alert]:not(.client)")
    if (alert) form.prepend(document.importNode(alert, true))
    const first = form.querySelector(".errors :is(input, textarea, select):not([type=hidden], [hidden]), .errors .ProseMirror")
    ;(first ?? form.querySelector(".alert[tabindex]"))?.focus()
    return false
  }

  const rowOf = (field) => (field.length && !field.options ? field[0] : field).closest(".form-row")

  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.submitter?.name !== "_save") return
    event.preventDefault()
    save()
  })
  /* Enter in a field of one line is no wish to save. */
  form.addEventListener("keydown", (event) => {
    if (event.target.form !== form) return // a dialog has a form of its own
    const isLine = event.target.matches("input:not([type=checkbox], [type=radio], [type=file], [type=submit], [type=button])")
    if (event.key === "Enter" && isLine && !event.ctrlKey && !event.metaKey) event.preventDefault()
  })
}

/* `{saved}`, `{page}` where the answer is one to look at, or the `{reason}` why nothing was saved. */
async function post(form, isAgain = false) {
  const data = new FormData(form)
  data.set("_save", "1")
  const options = { method: "POST", headers: { Accept: "application/json" }, redirect: "manual" }
  try {
    const answer = await fetch(form.action, { ...options, body: data, signal: AbortSignal.timeout(PATIENCE) })
    if (answer.headers.get("Content-Type")?.includes("json") && answer.ok) return { saved: await answer.json(), sent: data }
    if (answer.status >= 500) return { reason: "local" }
    if (answer.status !== 403 && answer.type !== "opaqueredirect") return { page: await answer.text() }
    return !isAgain && (await renew(form)) ? post(form, true) : { reason: "login" }
  } catch {
    return { reason: "local" }
  }
}
