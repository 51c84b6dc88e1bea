/* What dialogs and menus of the writing page share. */

/* Up and down lead through the buttons in a list, and a letter to the next that begins with it. */
export function walkList(list) {
  if (list.dataset.walked !== undefined) return
  list.dataset.walked = ""
  list.addEventListener("keydown", (event) => {
    const buttons = [...list.querySelectorAll("button")]
    const at = buttons.indexOf(event.target)
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return
    const after = [...buttons.slice(at + 1), ...buttons.slice(0, at)]
    const named = (one) => one.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase())
    const to =
      { ArrowDown: after[0], ArrowUp: after.at(-1), Home: buttons[0], End: buttons.at(-1) }[event.key] ??
      (event.key.length === 1 && event.key !== " " ? after.find(named) : null)
    if (!to) return
    event.preventDefault()
    to.focus()
  })
}

export function startDialog(dialog) {
  for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close())
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close()
  })
}
