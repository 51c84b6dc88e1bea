/* Quotes that the desk proposes: whose words they are, and the part that holds them. */
const live = (part) => !part.matches(".empty-form, .for-deletion")
const field = (part, name) => part.querySelector(`[name$="-${name}"]`)

export function proposals(form, blocks) {
  const parts = (kind) => [...form.querySelectorAll(`.part-${kind}`)].filter(live)
  const sections = () => parts("section")

  /* What the desk finds in the sections: all that is no quote yet, or what the selected words make. Null without answer. */
  async function ask(selected = {}, patience = 30_000) {
    const data = new FormData()
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value)
    data.set("language", form.elements.language.value)
    for (const name of ["headline", "lede"]) data.append("before", form.elements[name].value)
    for (const section of sections()) data.append("section", field(section, "body").value)
    for (const quote of parts("quote")) data.append("quote", field(quote, "words").value)
    for (const [name, value] of Object.entries(selected)) data.set(name, value)
    const options = { method: "POST", body: data, headers: { Accept: "application/json" }, redirect: "manual" }
    try {
      const answer = await fetch(form.dataset.quotations, { ...options, signal: AbortSignal.timeout(patience) })
      return answer.ok ? (await answer.json()).quotations : null
    } catch {
      return null
    }
  }

  /* A quote of these values right behind `before`: a guess, which somebody has to confirm. */
  function add(section, values, before = section) {
    const part = blocks.addBehind("quote", before)
    for (const name of ["words", "speaker", "person", "role"]) field(part, name).value = values[name]
    field(part, "placement").value = "text"
    field(part, "section").value = field(section, "key").value
    field(part, "kind").value = values.kind || "private"
    field(part, "confirmed").checked = false
    part.querySelector(".field-kind").hidden = Boolean(values.person) || !values.speaker
    field(part, "words").dispatchEvent(new Event("input", { bubbles: true }))
    return part
  }

  function focus(part) {
    const speaker = field(part, "speaker")
    speaker.focus()
    speaker.select()
    part.scrollIntoView({ block: "center" })
  }

  function sentence({ speaker, is_sure }) {
    if (!speaker) return window.gettext("A quote stands behind the section. Name who said it.")
    const words = is_sure
      ? window.gettext("A quote stands behind the section. The text says that it is of %s: confirm it, or name who said it.")
      : window.gettext("A quote stands behind the section. It may be of %s: confirm it, or name who said it.")
    return words.replace("%s", speaker)
  }

  return { sections, ask, add, focus, sentence }
}

/* A part that was just made goes, as if it had never been there. */
export function takeAway(part) {
  field(part, "DELETE").checked = true
  field(part, "DELETE").dispatchEvent(new Event("change", { bubbles: true }))
  part.classList.add("taken-away")
  part.dispatchEvent(new Event("input", { bubbles: true }))
}
