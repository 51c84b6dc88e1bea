/* Nothing typed is lost by leaving, by sending twice, or by sending more than the server takes. */
import { isChanged } from "desk/fields"

const PATIENCE = 4000 // ms: after that a save that was stopped on its way may be tried anew

/* With `inBackground` somebody else sends what the button Save sends, and tells what became of it. */
export function startLeaving(form, { inBackground = false } = {}) {
  const status = form.querySelector(".saved")
  const alert = form.querySelector(".alert.client")
  let [unsaved, sending, submitted] = [Boolean(form.querySelector(".alert[role=alert]:not(.client)")), false, false]

  form.addEventListener("input", () => {
    unsaved = true
    sending = false
    status.textContent = status.dataset.unsaved
  })
  /* The form itself leaves once for each time that it is sent; whoever leaves while it is under way is asked. */
  window.addEventListener("beforeunload", (event) => {
    if (unsaved && !submitted) event.preventDefault()
    submitted = false
  })
  window.addEventListener("pageshow", () => {
    sending = false
  })
  window.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    form.requestSubmit(form.querySelector(".bar [name=_save]"))
  })
  form.addEventListener("submit", (event) => {
    const most = Number(form.dataset.most)
    const size = new Blob([...new FormData(form).values()].filter((value) => typeof value === "string")).size
    if (size > most) {
      event.preventDefault()
      const mb = (bytes) => (bytes / 1e6).toFixed(1)
      alert.textContent = alert.dataset.sentence.replace("%(size)s", mb(size)).replace("%(most)s", mb(most))
      alert.hidden = false
      alert.scrollIntoView({ block: "center" })
      return
    }
    alert.hidden = true
    if (event.submitter?.formTarget || (inBackground && event.submitter?.name === "_save")) return
    if (sending) event.preventDefault()
    else submitted = true
    sending = true
    setTimeout(() => {
      sending = false
    }, PATIENCE)
  })

  /* What was typed before this script was there. */
  if ([...form.elements].some(isChanged)) form.dispatchEvent(new Event("input", { bubbles: true }))

  return {
    saved(message, isAll) {
      unsaved = !isAll
      status.textContent = isAll ? message : `${message} ${status.dataset.unsaved}`
    },
    leaves() {
      submitted = true
    },
  }
}
