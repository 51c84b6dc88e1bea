/* Every quotation of the draft that is no quote yet, one after the other, with the keys of the review: c or Enter takes it,
   x leaves it, n and p lead to the next and the one before. */
export function startFinding(form, quotations) {
  const box = form.querySelector(".found-quotations")
  const [button, list, status] = [box.querySelector("[data-find]"), box.querySelector("ol"), box.querySelector(".told")]
  const said = box.dataset
  const last = new WeakMap() // the quote that was taken last of a section: the next one stands behind it

  const items = () => [...list.children]

  function made(tag, attributes, ...inside) {
    const element = Object.assign(document.createElement(tag), attributes)
    element.append(...inside)
    return element
  }

  function item(values, sections) {
    const section = sections[values.section]
    const heading = section.querySelector("[name$=-heading]").value
    const named = values.speaker ? (values.is_sure ? said.sure : said.guess).replace("%(who)s", values.speaker) : said.nobody
    const speaker = [named, values.role].filter(Boolean).join(", ")
    const take = made("button", { type: "button", className: "button" }, said.take, " ", made("kbd", {}, "c"))
    const leave = made("button", { type: "button", className: "button" }, said.leave, " ", made("kbd", {}, "x"))
    const one = made(
      "li",
      { tabIndex: -1 },
      made("p", { className: "words", dir: "auto" }, made("q", {}, values.words.replaceAll("\n", " "))),
      made("p", { className: "help", dir: "auto" }, [speaker, heading].filter(Boolean).join(" · ")),
      made("div", { className: "buttons" }, take, leave),
    )
    take.addEventListener("click", () => accept(one, section, values))
    leave.addEventListener("click", () => drop(one))
    one.accept = () => accept(one, section, values)
    return one
  }

  function accept(one, section, values) {
    const before = last.get(section)
    const part = quotations.add(section, values, before && !before.matches(".for-deletion") ? before : section)
    last.set(section, part)
    drop(one)
  }

  function drop(one) {
    const next = one.nextElementSibling ?? one.previousElementSibling
    one.remove()
    count()
    if (next) look(next)
    else button.focus()
  }

  function look(one) {
    one.focus()
    one.scrollIntoView({ block: "nearest" })
  }

  function count() {
    const left = items().length
    status.textContent = left ? said.left.replace("%(count)s", left) : said.none
  }

  async function find() {
    status.textContent = said.asking
    button.ariaDisabled = "true"
    const found = await quotations.ask()
    button.ariaDisabled = null
    if (!found) {
      status.textContent = said.failed
      return
    }
    const sections = quotations.sections()
    list.replaceChildren(...found.filter(({ section }) => sections[section]).map((values) => item(values, sections)))
    count()
    if (items().length) look(items()[0])
  }

  button.addEventListener("click", () => {
    if (button.ariaDisabled !== "true") find()
  })
  list.addEventListener("keydown", (event) => {
    const { key, target } = event
    const one = target.closest("li")
    if (!one || event.ctrlKey || event.metaKey || event.altKey) return
    const isOnButton = target.matches("button")
    const at = items().indexOf(one)
    const places = { n: at + 1, ArrowDown: at + 1, p: at - 1, N: at - 1, ArrowUp: at - 1 }
    if (key === "c" || (key === "Enter" && !isOnButton)) one.accept()
    else if (key === "x") drop(one)
    else if (key in places) look(items()[places[key]] ?? one)
    else if (key === "Escape") {
      list.replaceChildren()
      status.textContent = ""
      button.focus()
    } else return
    event.preventDefault()
  })
  box.hidden = false
}
