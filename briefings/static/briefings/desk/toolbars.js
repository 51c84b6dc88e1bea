/* A toolbar is one stop of the tab key; the arrow keys lead from button to button in it. */
const BARS = ".part-tools, .prose-menubar"
const BUTTONS = "button, input, [role=button], .prose-menubar__button"

export function startToolbars(form) {
  const buttonsOf = (bar) => [...bar.querySelectorAll(BUTTONS)].filter((one) => one.checkVisibility())

  function tidy(bar) {
    const buttons = [...bar.querySelectorAll(BUTTONS)]
    const current = buttons.find((one) => one.dataset.current !== undefined) ?? buttons[0]
    for (const one of buttons) one.tabIndex = one === current ? 0 : -1
    if (bar.role) return
    bar.role = "toolbar"
    bar.ariaLabel = bar.matches(".part-tools") ? window.gettext("This part") : window.gettext("Text")
  }

  function goTo(bar, button) {
    for (const one of bar.querySelectorAll(BUTTONS)) delete one.dataset.current
    button.dataset.current = ""
    tidy(bar)
  }

  form.addEventListener("focusin", ({ target }) => {
    const bar = target.closest(BARS)
    if (bar && target.matches(BUTTONS)) goTo(bar, target)
  })
  form.addEventListener("keydown", (event) => {
    const bar = event.target.closest(BARS)
    if (!bar || event.altKey || event.ctrlKey || event.metaKey || event.target.matches("[type=text]")) return
    const buttons = buttonsOf(bar)
    const at = buttons.indexOf(event.target)
    const isRtl = getComputedStyle(bar).direction === "rtl"
    const onward = isRtl ? "ArrowLeft" : "ArrowRight"
    const back = isRtl ? "ArrowRight" : "ArrowLeft"
    const to = { [onward]: at + 1, [back]: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    buttons[(to + buttons.length) % buttons.length].focus()
  })
  /* Bars that come later: with a new part, and with the rich text editor. */
  const tidyAll = () => {
    for (const bar of form.querySelectorAll(BARS)) tidy(bar)
  }
  document.addEventListener("prose-editor:ready", ({ detail: { textarea } }) => {
    const bar = textarea.closest(".prose-editor")?.querySelector(".prose-menubar")
    if (bar) tidy(bar)
  })
  document.addEventListener("formset:added", ({ target }) => {
    for (const bar of target.querySelectorAll(BARS)) tidy(bar)
  })
  tidyAll()
}
