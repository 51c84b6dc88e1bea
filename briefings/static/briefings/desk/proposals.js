/* What was last said of a picture is proposed for the empty fields of a part that shows it, and taken by one key. */
const FIELDS = { alt: "last_alt", caption: "last_caption" }

export function startProposals(form) {
  function propose(part, facts) {
    for (const [name, of] of Object.entries(FIELDS)) offer(part.querySelector(`[name$="-${name}"]`), facts[of] ?? "")
  }

  function offer(field, words) {
    const row = field.closest(".form-row")
    row.querySelector(".proposal")?.remove()
    if (!words || field.value.trim()) return
    const line = Object.assign(document.createElement("p"), { className: "proposal", id: `${field.id}_proposal` })
    const take = Object.assign(document.createElement("button"), { type: "button", className: "tool" })
    take.textContent = window.gettext("Take it (Enter)")
    const said = Object.assign(document.createElement("q"), { textContent: words, dir: "auto" })
    line.append(window.gettext("Last time:"), " ", said, " ", take)
    take.addEventListener("click", () => fill(field, words))
    row.append(line)
    field.proposed = words
  }

  function fill(field, words) {
    field.value = words
    drop(field)
    field.dispatchEvent(new Event("input", { bubbles: true }))
    field.focus()
  }

  function drop(field) {
    field.closest(".form-row").querySelector(".proposal")?.remove()
    delete field.proposed
  }

  form.addEventListener("briefing:picture", ({ target, detail }) => propose(target, detail))
  form.addEventListener("keydown", (event) => {
    const words = event.target.proposed
    if (!words || event.key !== "Enter" || event.isComposing || event.target.value) return
    event.preventDefault()
    fill(event.target, words)
  })
  /* Whoever types has words of their own. */
  form.addEventListener("input", ({ target }) => {
    if (target.proposed && target.value) drop(target)
  })
}
