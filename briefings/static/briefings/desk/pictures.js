/* Parts that show a picture: chosen in a dialog, or dropped as a file. The hidden field holds the picture's id. */
import { startChooser } from "desk/chooser"

const holdsFiles = (event) => event.dataTransfer?.types.includes("Files")

export function startPictures(form) {
  const chooser = startChooser(form.querySelector("[name=csrfmiddlewaretoken]").value)

  function set(part, facts) {
    const chosen = part.querySelector(".chosen")
    const input = part.querySelector("[name$='-image']")
    const isNew = input.value !== facts.id
    chosen.dataset.facts = JSON.stringify(facts)
    const image = Object.assign(new Image(facts.width, facts.height), { src: facts.thumbnail, alt: "" })
    chosen.querySelector(".frame").replaceChildren(image)
    for (const [name, words] of [["name", facts.name], ["credit", facts.credit], ["until", facts.until]]) {
      const line = chosen.querySelector(`.chosen-${name}`)
      line.textContent = words || line.dataset.none || ""
    }
    chosen.querySelector("[data-picture=details]").hidden = !facts.details
    if (!isNew) return
    input.value = facts.id
    input.dispatchEvent(new Event("input", { bubbles: true }))
  }

  /* A picture that stands in several parts is described once. */
  function put(part, facts) {
    set(part, facts)
    for (const other of form.querySelectorAll(".part-figure:not(.empty-form)")) {
      if (other !== part && other.querySelector("[name$='-image']").value === facts.id) set(other, facts)
    }
  }

  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-picture]")
    if (!button) return
    const part = button.closest(".part")
    const then = (facts) => put(part, facts)
    if (button.dataset.picture === "choose") chooser.choose(then)
    else chooser.describe(JSON.parse(part.querySelector(".chosen").dataset.facts), then)
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
      else if (event.dataTransfer.files.length) chooser.upload(event.dataTransfer.files[0], (facts) => put(part, facts))
    })
  }
  window.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) for (const over of form.querySelectorAll(".dropping")) over.classList.remove("dropping")
  })
}
