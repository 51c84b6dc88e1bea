/* The publish panel asks what applies to the choices made, and nothing else. */
const ASKED = {
  note: ({ change }) => !change || change === "major" || change === "correction",
  correction_kind: ({ change }) => change === "correction",
  was_wrong: ({ change }) => change === "correction",
  is_right: ({ change }) => change === "correction",
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
  }
  panel.addEventListener("change", ask)
  ask()
}
