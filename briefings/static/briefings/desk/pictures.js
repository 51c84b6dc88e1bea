/* Parts that show a picture: chosen in a dialog, or dropped as a file. The hidden field holds the picture's id. */
import { startChooser } from "desk/chooser"

const holdsFiles = (event) => event.dataTransfer?.types.includes("Files")

export function startPictures(form) {
  const chooser = startChooser(form.querySelector("[name=csrfmiddlewaretoken]").value, { put, renew })
  const inputOf = (part) => part.querySelector("[name$='-image']")

  function show(part, facts) {
    const chosen = part.querySelector(".chosen")
    chosen.dataset.facts = JSON.stringify(facts)
    const image = Object.assign(new Image(facts.width, facts.height), { src: facts.thumbnail, alt: "" })
    chosen.querySelector(".frame").replaceChildren(image)
    for (const [name, words] of [["name", facts.name], ["credit", facts.credit], ["until", facts.until]]) {
      const line = chosen.querySelector(`.chosen-${name}`)
      line.textContent = words || line.dataset.none || ""
    }
    chosen.querySelector("[data-picture=details]").hidden = !facts.details
  }

  /* A picture that stands in several parts is described once. */
  function renew(facts) {
    for (const part of form.querySelectorAll(".part-figure:not(.empty-form)")) {
      if (inputOf(part).value === facts.id) show(part, facts)
    }
  }

  function put(part, facts) {
    const isNew = inputOf(part).value !== facts.id
    inputOf(part).value = facts.id
    renew(facts)
    if (isNew) part.dispatchEvent(new CustomEvent("briefing:picture", { bubbles: true, detail: facts }))
    if (isNew) inputOf(part).dispatchEvent(new Event("input", { bubbles: true }))
  }

  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-picture]")
    if (!button) return
    const part = button.closest(".part")
    if (button.dataset.picture === "choose") chooser.choose(part)
    else chooser.describe(JSON.parse(part.querySelector(".chosen").dataset.facts), part)
  })

  /* A file dropped beside a part would take the page, and the text, out of the window. */
  for (const kind of ["dragover", "drop"]) {
    window.addEventListener(kind, (event) => {
      if (!holdsFiles(event)) return
      const part = event.target.closest?.(".part-figure")
      event.preventDefault()
      for (const over of form.querySelectorAll(".dropping")) over.classList.remove("dropping")
      if (!part) event.dataTransfer.dropEffect = "none"
      else if (kind === "dragover") part.classList.add("dropping")
      else if (event.dataTransfer.files.length) chooser.upload(event.dataTransfer.files[0], part)
    })
  }
  window.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) for (const over of form.querySelectorAll(".dropping")) over.classList.remove("dropping")
  })
}
