/* Parts added where one is, and moved any distance: the list of contents leads to each part, and takes the one that is
   being moved. */
import { qs, qsa } from "content-editor/utils"
import { walkList } from "desk/dialogs"

export function startArranging(form, { add, begin, board, editor, order, place, region, reveal }) {
  const dialog = document.getElementById("contents")
  const [heading, list] = [qs("h2", dialog), qs(".contents-list", dialog)]
  const partAt = (element) => element?.closest?.(".part:not(.empty-form)")
  const kindsAt = (key) => editor.plugins.filter((kind) => kind.regions.includes(key))
  let [moved, from] = [null, null] // the part to be moved, and where the focus was

  function button(name, words, text) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "tool", textContent: text })
    Object.assign(made, { ariaLabel: words, title: words })
    made.dataset.arrange = name
    return made
  }

  function equip(part) {
    const tools = qs(".part-tools", part)
    if (qs("[data-arrange]", tools)) return
    qs("[data-part=down]", tools).after(button("to", window.gettext("Move to…"), "⇅"))
    qs("[data-part=copy]", tools).after(button("add", window.gettext("Add a part below"), "+"))
  }

  /* Below the part: of the one kind that there is, or of the one that is chosen. */
  function addBelow(part) {
    const kinds = kindsAt(region(part))
    if (kinds.length === 1) return addKind(kinds[0].prefix, part)
    const menu = document.createElement("div")
    Object.assign(menu, { className: "kinds", role: "menu", ariaLabel: window.gettext("Add a part below") })
    let isOpen = true
    const close = () => {
      isOpen = false
      menu.remove()
    }
    for (const { prefix, title } of kinds) {
      const item = Object.assign(document.createElement("button"), { type: "button", role: "menuitem", textContent: title })
      item.addEventListener("click", () => {
        close()
        addKind(prefix, part)
      })
      menu.append(item)
    }
    const before = document.activeElement
    walkList(menu)
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return
      event.preventDefault()
      close()
      before.focus()
    })
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (isOpen && !menu.contains(relatedTarget)) close()
    })
    part.append(menu)
    menu.firstChild.focus()
  }

  function addKind(prefix, part) {
    const parts = order()
    add(prefix, parts[parts.indexOf(part) + 1] ?? null)
  }

  function open(part = null) {
    moved = part
    heading.textContent = heading.dataset[part ? "move" : "go"]
    const regions = editor.declaredRegions.filter(({ key }) => !part || region(part) === key)
    list.replaceChildren(...regions.flatMap(({ key, title }) => rowsOf(key, title)))
    walkList(list)
    dialog.showModal()
    const here = moved ?? partAt(from)
    const row = [...qsa("button", list)].find((one) => one.leadsTo === here)
    ;(row ?? qs("button", list))?.focus()
  }

  function rowsOf(key, title) {
    const rows = [Object.assign(document.createElement("h3"), { textContent: title })]
    if (moved) rows.push(row(null, window.gettext("To the top"), () => place(moved, order()[0], false)))
    for (const part of partsIn(key)) {
      const kind = qs("h3 b", part).textContent
      const label = qs(".inline_label", part).textContent.trim() || "…"
      if (part === moved) rows.push(row(part, `${kind}: ${label}`, () => {}, window.gettext("it stands here")))
      else if (moved) rows.push(row(part, `${kind}: ${label}`, () => beside(part), window.gettext("move here")))
      else rows.push(row(part, `${kind}: ${label}`, () => lead(part)))
    }
    if (moved) rows.push(row(null, window.gettext("To the end"), () => place(moved, order().at(-1), true)))
    return rows
  }

  const partsIn = (key) => qsa(`.part:not(.empty-form)[data-region="${key}"]`, board)

  /* It takes the other's place: what stands there moves towards where it came from. */
  function beside(part) {
    const parts = order()
    place(moved, part, parts.indexOf(part) > parts.indexOf(moved))
  }

  function lead(part) {
    reveal(part)
    begin(part)
  }

  function row(part, words, act, note = "") {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words, leadsTo: part })
    if (note) made.append(Object.assign(document.createElement("span"), { className: "note", textContent: ` ${note}` }))
    made.addEventListener("click", () => {
      const meant = moved
      dialog.close()
      act()
      if (meant) (from?.isConnected && meant.contains(from) ? from : qs("[data-arrange=to]", meant)).focus()
      meant?.scrollIntoView({ block: "nearest" })
    })
    return made
  }

  const opened = (part) => {
    from = document.activeElement
    open(part)
  }

  document.addEventListener("formset:added", ({ target }) => {
    if (target.matches?.(".part")) equip(target)
  })
  form.addEventListener("click", ({ target }) => {
    const pressed = target.closest("[data-arrange]")
    if (!pressed) return
    const part = partAt(pressed)
    if (pressed.dataset.arrange === "contents") opened(null)
    else if (pressed.dataset.arrange === "to") opened(part)
    else addBelow(part)
  })
  form.addEventListener("briefing:key", ({ target, detail }) => {
    const part = partAt(target)
    if (detail === "contents") opened(null)
    if (!part) return
    if (detail === "add") addBelow(part)
    if (detail === "top") place(part, order()[0], false)
    if (detail === "end") place(part, order().at(-1), true)
    if (detail === "move") opened(part)
  })
  for (const part of qsa(".part:not(.empty-form)", board)) equip(part)
}
