/* Places of the front page, moved by mouse or by their buttons without the page being sent. What stands in a place
   moves; the places stay, and close up: there are no gaps. Where one is asked which of two hours is meant, the buttons
   send the page. */
function start(board) {
  if (board.querySelector("[type=radio]")) return
  const places = [...board.querySelectorAll(".place")]
  const status = document.querySelector(".moved")
  const fields = (place) => [...place.querySelectorAll("select, input")]
  const button = (place, name) => place.querySelector(`[value^="${name} "]`)
  const filled = () => places.flatMap((place, at) => (fields(place).some((field) => field.value) ? [at] : []))
  const leads = board.parentElement.querySelector(".leads")
  let dragged = null

  /* What can be moved is what is filled, past what is filled. */
  function look() {
    const those = filled()
    for (const [at, place] of places.entries()) {
      const isFilled = those.includes(at)
      button(place, "up").disabled = button(place, "first").disabled = !isFilled || at === those[0]
      button(place, "down").disabled = !isFilled || at === those.at(-1)
      place.querySelector(".handle").classList.toggle("idle", those.length < 2 || !isFilled)
      place.querySelector(".gap").hidden = isFilled || at > (those.at(-1) ?? -1)
    }
    if (!leads) return
    const first = places[those[0]]?.querySelector("select")
    leads.textContent = first?.value ? first.selectedOptions[0].text : leads.dataset.newest
  }

  function move(start, target, name) {
    if (start === target || target === undefined) return
    const rows = places.map((place) => fields(place).map((field) => field.value))
    const taken = rows.splice(start, 1)[0]
    rows.splice(target, 0, taken)
    const inOrder = [...rows.filter((row) => row.some(Boolean)), ...rows.filter((row) => !row.some(Boolean))]
    places.forEach((place, at) => fields(place).forEach((field, which) => (field.value = inOrder[at][which])))
    const place = inOrder.indexOf(taken)
    look()
    status.textContent = board.dataset.moved.replace("%(number)s", place + 1)
    const ways = [button(places[place], name), ...places[place].querySelectorAll("[name=_move]")]
    ways.find((one) => !one.disabled)?.focus()
  }

  function targetOf(name, at) {
    const those = filled()
    const before = those.filter((one) => one < at)
    return { up: before.at(-1), down: those.find((one) => one > at), first: before[0] }[name]
  }

  for (const [at, place] of places.entries()) {
    for (const one of place.querySelectorAll("[name=_move]")) {
      const [name] = one.value.split(" ")
      one.type = "button"
      one.addEventListener("click", () => move(at, targetOf(name, at), name))
    }
    const handle = Object.assign(document.createElement("span"), { className: "tool handle", draggable: true, textContent: "⠿" })
    handle.ariaHidden = "true"
    place.querySelector(".move").prepend(handle)
    handle.addEventListener("dragstart", (event) => {
      if (handle.classList.contains("idle")) return event.preventDefault()
      dragged = at
      event.dataTransfer.effectAllowed = "move"
      event.dataTransfer.setData("text/plain", "")
      event.dataTransfer.setDragImage(place, 0, 0)
    })
    handle.addEventListener("dragend", () => {
      dragged = null
      for (const one of places) one.classList.remove("over")
    })
    place.addEventListener("dragover", (event) => {
      if (dragged === null) return
      event.preventDefault()
      for (const one of places) one.classList.toggle("over", one === place && at !== dragged)
    })
    place.addEventListener("drop", (event) => {
      if (dragged === null) return
      event.preventDefault()
      move(dragged, at, "up")
    })
  }
  board.addEventListener("input", look)
  look()
}

for (const board of document.querySelectorAll(".places")) start(board)
