import { inBothClocks, onlyMoment } from "desk/clocks"

/* The publish panel asks what applies to the choices made, and nothing else. */
const CORRECTIONS = ["correction", "clarification", "editors-note"]
const ASKED = {
  note: ({ change }) => !change || change === "major",
  was_wrong: ({ change }) => change === "correction" || change === "clarification",
  is_right: ({ change }) => CORRECTIONS.includes(change),
  moment: ({ when }) => when === "later",
  lead_until: ({ lead }) => Boolean(lead),
}

export function startPanel(form) {
  const panel = form.querySelector("#publish")
  if (!panel) return
  const chosen = (name) => panel.querySelector(`[name="publish-${name}"]:checked`)?.value
  const ask = () => {
    const said = { change: chosen("change"), when: chosen("when"), lead: chosen("lead") }
    for (const [name, applies] of Object.entries(ASKED)) {
      const row = panel.querySelector(`.field-${name}`)
      if (row) row.hidden = !applies(said)
    }
    nameMoment(panel, said.when === "later")
    tell(panel, said.change)
    const words = panel.querySelector("[name=publish-is_right]")
    const name = words?.getAttribute(`data-${said.change}`)
    if (name) panel.querySelector(`label[for=${words.id}]`).textContent = name
  }
  /* The kind follows what was saved, until somebody chooses one. */
  let isChosen = false
  form.addEventListener("briefing:saved", () => {
    const { proposed } = form.querySelector("[data-proposed]")?.dataset ?? {}
    const hidden = panel.querySelector("[name=publish-proposed]")
    if (isChosen || !hidden || proposed === undefined) return
    hidden.value = proposed
    for (const radio of panel.querySelectorAll("[name=publish-change]")) {
      radio.checked = radio.defaultChecked = radio.value === proposed
    }
    ask()
  })
  panel.addEventListener("change", ({ target }) => {
    if (target.name === "publish-change") isChosen = true
    ask()
  })
  panel.addEventListener("input", () => {
    tell(panel, chosen("change"))
    nameMoment(panel, chosen("when") === "later")
  })
  ask()
}

/* The button says the moment by both clocks; the server schedules for no other one. */
function nameMoment(panel, isLater) {
  const send = panel.querySelector("[name=_publish]")
  const field = panel.querySelector("[name=publish-moment]")
  const which = panel.querySelector("[name=publish-moment_which]:checked")
  const moment = which ? new Date(which.value) : onlyMoment(field)
  const shown = panel.querySelector("[name=publish-shown]")
  shown.value = isLater && moment ? `${moment.toISOString().slice(0, 16)}Z` : ""
  if (shown.value) send.textContent = send.dataset.for.replace("{when}", inBothClocks(moment, field.dataset.zone))
  else send.textContent = isLater ? send.dataset.later : send.dataset.now
}

/* The correction as readers will have it, and whether its words say the label once more. */
const REPEATS =
  /^\W*(it (had )?said before|(an?|the|our) (earlier|previous|original) (version|article|text|briefing)|(earlier|previously),? (we|it|this) |we (said|wrote|reported)|in (einer|der) (früheren|vorherigen|ursprünglichen) (version|fassung)|zuvor hieß es|vorher stand)/i

function tell(panel, kind) {
  const told = panel.querySelector(".as-told")
  const [right, wrong] = ["is_right", "was_wrong"].map((name) => panel.querySelector(`[name=publish-${name}]`)?.value.trim() ?? "")
  const before = kind === "editors-note" ? "" : wrong
  told.hidden = !CORRECTIONS.includes(kind) || !(right || before)
  told.querySelector(".is-right").textContent = right
  told.querySelector(".was-wrong").textContent = before && `${told.dataset.before} ${before}`
  told.querySelector(".repeats").hidden = !REPEATS.test(before)
}
