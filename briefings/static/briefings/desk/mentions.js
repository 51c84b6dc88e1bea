/* Names behind an @, offered while one is typed: of those who may read the draft. */
const BEFORE = /(?:^|[^\p{L}\p{N}_.])@([\p{L}\p{N}_.+-]*)$/u

export function startMentions(text, address) {
  const list = Object.assign(document.createElement("ul"), { className: "chip-offers", id: "mentions", hidden: true })
  list.role = "listbox"
  list.ariaLabel = text.dataset.offers
  text.after(list)
  text.setAttribute("aria-autocomplete", "list")
  text.setAttribute("aria-controls", list.id)
  let [people, offered, at] = [null, [], -1]

  /* Asked once, when somebody is first to be named. */
  async function names() {
    if (people) return people
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null)
    people = (answer?.ok && (await answer.json().catch(() => null)))?.people ?? null
    return people ?? []
  }

  const begun = () => text.value.slice(0, text.selectionStart).match(BEFORE)?.[1]

  async function offer() {
    const typed = begun()
    if (typed === undefined) return close()
    const all = await names()
    if (begun() !== typed) return // what is typed now is asked about
    offered = all.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase())).slice(0, 8)
    if (!offered.length) return close()
    list.replaceChildren(
      ...offered.map((name, place) => {
        const option = Object.assign(document.createElement("li"), { id: `mention-${place}`, textContent: name, dir: "auto" })
        option.role = "option"
        return option
      }),
    )
    list.hidden = false
    point(0)
  }

  function point(place) {
    at = place
    for (const [number, option] of [...list.children].entries()) option.ariaSelected = String(number === place)
    text.setAttribute("aria-activedescendant", `mention-${place}`)
  }

  function close() {
    list.hidden = true
    text.removeAttribute("aria-activedescendant")
  }

  function take(name) {
    const end = text.selectionStart
    text.setRangeText(`${name} `, end - begun().length, end, "end")
    close()
    text.dispatchEvent(new Event("input", { bubbles: true }))
  }

  text.addEventListener("input", offer)
  text.addEventListener("blur", close)
  list.addEventListener("mousedown", (event) => {
    event.preventDefault() // the focus stays in the text
    const place = [...list.children].indexOf(event.target.closest("li"))
    if (place >= 0) take(offered[place])
  })
  text.addEventListener("keydown", (event) => {
    if (list.hidden || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const acts = {
      ArrowDown: () => point((at + 1) % offered.length),
      ArrowUp: () => point((at - 1 + offered.length) % offered.length),
      Enter: () => take(offered[at]),
      Tab: () => take(offered[at]),
      Escape: close,
    }
    if (!acts[event.key]) return
    event.preventDefault()
    event.stopPropagation()
    acts[event.key]()
  })
}
