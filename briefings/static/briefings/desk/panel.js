/* The publish panel asks what applies to the choices made, and nothing else. */
const CORRECTIONS = ["correction", "clarification", "editors-note"]
const ASKED = {
  note: ({ change }) => !change || change === "major",
  was_wrong: ({ change }) => change === "correction" || change === "clarification",
  is_right: ({ change }) => CORRECTIONS.includes(change),
  moment: ({ when }) => when === "later",
}

export function startPanel(form) {
  const panel = form.querySelector("#publish")
  if (!panel) return
  const chosen = (name) => panel.querySelector(`[name="publish-${name}"]:checked`)?.value
  const ask = () => {
    const said = { change: chosen("change"), when: chosen("when") }
    for (const [name, applies] of Object.entries(ASKED)) {
      const row = panel.querySelector(`.field-${name}`)
      if (row) row.hidden = !applies(said)
    }
    const words = panel.querySelector("[name=publish-is_right]")
    const name = words?.getAttribute(`data-${said.change}`)
    if (name) panel.querySelector(`label[for=${words.id}]`).textContent = name
  }
  panel.addEventListener("change", ask)
  ask()
}
