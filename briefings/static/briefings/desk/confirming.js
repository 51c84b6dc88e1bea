/* Whoever changes the words of a quote has not confirmed who said them: its box is ticked after that. */
const ON = "on" // what a box sends that was ticked on this page; one that came ticked names the words that it confirms

export function setChoice(box, isTicked) {
  box.checked = isTicked
  box.value = ON
}

export function startConfirming(form) {
  form.addEventListener("input", ({ target }) => {
    if (!target.name?.endsWith("-words")) return
    const box = form.elements[target.name.replace(/-words$/, "-confirmed")]
    if (box?.checked) setChoice(box, false)
  })
  form.addEventListener("change", ({ target }) => {
    if (target.name?.endsWith("-confirmed")) target.value = ON
  })
}
