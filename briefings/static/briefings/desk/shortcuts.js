/* The keys of the writing page, and the table of them. */
import { startDialog } from "desk/dialogs"

/* With Alt and Shift, by where they lie: on some machines the two make another sign of a letter. */
const KEYS = { KeyC: "comment", KeyJ: "contents", KeyM: "move", Enter: "add", Home: "top", End: "end" }
const TYPED_IN = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true]"

export function startShortcuts(form) {
  const table = document.getElementById("keys")
  for (const dialog of [table, document.getElementById("contents")]) startDialog(dialog)
  const isElsewhere = () => Boolean(document.querySelector("dialog[open]"))

  /* To the panel, or to the acts where somebody has none. */
  function publish() {
    const panel = document.getElementById("publish") ?? document.querySelector(".acts + .acts")
    const first = panel?.querySelector("input:checked") ?? panel?.querySelector("input:not([type=hidden]), a, button")
    first?.focus()
    panel?.scrollIntoView({ block: "nearest" })
  }

  document.addEventListener("keydown", (event) => {
    const isOne = event.key === "?" || (event.altKey && event.shiftKey)
    if (!isOne || event.ctrlKey || event.metaKey || isElsewhere()) return
    if (event.key === "?" && !event.target.matches(TYPED_IN)) {
      event.preventDefault()
      return table.showModal()
    }
    if (!event.altKey || !event.shiftKey) return
    if (event.code === "KeyP") publish()
    else if (event.code === "KeyV") form.querySelector("[data-pane]")?.click()
    else if (event.code in KEYS) {
      const at = form.contains(event.target) ? event.target : form
      at.dispatchEvent(new CustomEvent("briefing:key", { bubbles: true, detail: KEYS[event.code] }))
    } else return
    event.preventDefault()
  })
  form.querySelector("[data-keys]").addEventListener("click", () => table.showModal())
}
