/* Places of the front page, moved by mouse or by their buttons without the page being sent. What stands in a place
   moves; the places stay. Where one is asked which of two hours is meant, the buttons send the page. */
function start(board) {
  if (board.querySelector("[type=radio]")) return
  const places = [...board.querySelectorAll(".place")]
  const status = document.querySelector(".moved")
  const fields = (place) => [...place.querySelectorAll("select, input")]
  let dragged = null

  function move(start, target, name) {
    if (start === target || !places[target]) return
    const values = places.map((place) => fields(place).map((field) => field.value))
    values.splice(target, 0, ...values.splice(start, 1))
    places.forEach((place, at) => fields(place).forEach((field, which) => (field.value = values[at][which])))
    status.textContent = board.dataset.moved.replace("%(number)s", target + 1)
    const button = places[target].querySelector(`[value^=${name}]:not(:disabled)`)
    ;(button ?? places[target].querySelector("button:not(:disabled)")).focus()
  }

  for (const [at, place] of places.entries()) {
    for (const button of place.querySelectorAll("[name=_move]")) {
      const [name] = button.value.split(" ")
      button.type = "button"
      button.addEventListener("click", () => move(at, { up: at - 1, down: at + 1, first: 0 }[name], name))
    }
    const handle = Object.assign(document.createElement("span"), { className: "tool handle", draggable: true, textContent: "⠿" })
    handle.ariaHidden = "true"
    place.querySelector(".move").prepend(handle)
    handle.addEventListener("dragstart", (event) => {
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
}

for (const board of document.querySelectorAll(".places")) start(board)
