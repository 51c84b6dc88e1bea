/* The point that every crop keeps: set by pointing at it, by dragging, or by the arrow keys. The numbers hold it. */
const STEP = 1
const BIG_STEP = 10
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

function startFocal(field) {
  const [x, y] = ["x", "y"].map((axis) => field.querySelector(`[name=focal_${axis}]`))
  const stage = field.querySelector(".focal-stage")
  const control = field.querySelector(".focal-control")
  const mark = field.querySelector(".focal-mark > svg")
  const status = field.querySelector("[data-focal-status]")
  const crops = field.querySelectorAll(".crop")
  const percent = (value) => Math.min(100, Math.max(0, Math.round(Number(value) || 0)))

  function show({ say = true } = {}) {
    const [left, top] = [percent(x.value), percent(y.value)]
    mark.setAttribute("x", `${left}%`)
    mark.setAttribute("y", `${top}%`)
    for (const crop of crops) {
      const kept = [...crop.classList].filter((name) => !/^[xy]\d+$/.test(name))
      crop.setAttribute("class", [...kept, `x${Math.round(left / 10) * 10}`, `y${Math.round(top / 10) * 10}`].join(" "))
    }
    const says = field.dataset.says.replace("%(x)s", left).replace("%(y)s", top)
    control.querySelector(".where").textContent = `: ${says}`
    if (say) status.textContent = says
  }

  function set(left, top) {
    x.value = percent(left)
    y.value = percent(top)
    show()
  }

  function point({ clientX, clientY }) {
    const { left, top, width, height } = stage.getBoundingClientRect()
    set(((clientX - left) / width) * 100, ((clientY - top) / height) * 100)
  }

  control.hidden = false
  control.addEventListener("pointerdown", (event) => {
    if (event.button) return
    control.setPointerCapture(event.pointerId)
    point(event)
  })
  control.addEventListener("pointermove", (event) => {
    if (control.hasPointerCapture(event.pointerId)) point(event)
  })
  control.addEventListener("keydown", (event) => {
    const direction = KEYS[event.key]
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const step = event.shiftKey ? BIG_STEP : STEP
    set(percent(x.value) + direction[0] * step, percent(y.value) + direction[1] * step)
  })
  for (const number of [x, y]) number.addEventListener("input", () => show({ say: false }))
  show({ say: false })
}

for (const field of document.querySelectorAll("[data-focal]")) startFocal(field)
