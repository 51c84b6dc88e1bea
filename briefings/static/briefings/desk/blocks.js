/* Parts in one list: folded, moved, copied, added, by mouse and by keyboard. The page's order is the document's order,
   so that the tab key goes through the text as it reads. */
import { qs, qsa } from "content-editor/utils"
import { setRichText } from "desk/richtext"

const LABELLED = ["heading", "words", "question", "alt", "caption"]
const NOT_COPIED = ["key", "ordering", "region", "DELETE", "uuid", "section"]

export function startBlocks(form, { editor, machine, regions }) {
  const board = machine.orderMachine
  const said = qs(".saved", form)

  const order = () => machine.findInlinesInOrder()
  const arrange = () => {
    for (const region of editor.declaredRegions) {
      for (const part of machine.findInlinesInOrder(region.key)) board.append(part)
    }
    board.append(...qsa(".empty-form", board), qs(".order-machine-insert-target.last", board))
  }
  const field = (part, name) => qs(`[name$="-${name}"]`, part)
  const region = (part) => part.dataset.region
  const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }))

  function label(part) {
    const said = LABELLED.map((name) => field(part, name)?.value.trim()).find(Boolean)
    const [shown, words] = [qs(".inline_label", part), (said ?? "").slice(0, 120)]
    if (shown.textContent !== words) shown.textContent = words
  }

  /* Where writing in a part begins: with a picture, by choosing it. */
  function begin(part) {
    const choose = field(part, "image")?.value === "" && qs("[data-picture=choose]", part)
    const written = () => field(part, LABELLED.find((name) => field(part, name)))
    ;(choose || written())?.focus()
  }

  function move(part, down) {
    const parts = order()
    place(part, parts[parts.indexOf(part) + (down ? 1 : -1)], down)
  }

  /* Beside another part of its region, with the focus where it was. */
  function place(part, other, after) {
    if (!other || other === part) return
    const focused = document.activeElement
    machine.insertAdjacent(part, other, after)
    arrange()
    if (part.contains(focused)) focused.focus()
    part.scrollIntoView({ block: "nearest" })
    changed()
    said.textContent += ` (${order().indexOf(part) + 1} / ${order().length})`
  }

  function copy(part) {
    const prefix = part.id.replace(/-\d+$/, "")
    const made = addBehind(prefix, part)
    for (const source of qsa("input, select, textarea", part)) {
      const name = source.name.split("-").pop()
      const target = source.name && !NOT_COPIED.includes(name) ? field(made, name) : null
      if (!target) continue
      if (source.type === "checkbox") target.checked = source.checked
      else if (source.closest(".prose-editor")) setRichText(target, source.value)
      else target.value = source.value
    }
    for (const folded of qsa("details", made)) folded.open = qs("details", part).open
    const chosen = qs(".chosen", part)
    if (chosen) qs(".chosen", made).replaceWith(chosen.cloneNode(true))
    changed()
    label(made)
    begin(made)
  }

  function fold(part, folded) {
    machine.collapseInline(part, folded)
    qs(".fold", part)?.setAttribute("aria-expanded", String(!folded))
  }

  function equip(part) {
    if (qs(".fold", part)) return
    const button = document.createElement("button")
    button.type = "button"
    button.className = "tool fold"
    button.setAttribute("aria-expanded", "true")
    button.setAttribute("aria-label", window.gettext("Show"))
    button.addEventListener("click", () => fold(part, !part.classList.contains("collapsed")))
    qs(".part-tools", part).prepend(button)
    if (part.classList.contains("has-errors")) fold(part, false)
    if (field(part, "DELETE")?.checked) part.classList.add("for-deletion")
    openness(part)
    label(part)
  }

  /* What is asked about an open question is asked only while there is no answer. */
  function openness(part) {
    const answer = field(part, "answer")
    if (!answer) return
    const answered = answer.value.replace(/<[^>]*>/g, "").trim() !== ""
    for (const name of ["open", "open_wording"]) qs(`.field-${name}`, part).hidden = answered
  }

  /* Ids that Django's script leaves as they stood in the template. */
  function mend(part) {
    const number = part.id.split("-").pop()
    for (const element of qsa("[aria-describedby*='__prefix__']", part)) {
      element.setAttribute("aria-describedby", element.getAttribute("aria-describedby").replace("__prefix__", number))
    }
  }

  document.addEventListener("formset:added", (event) => {
    const part = event.target
    mend(part)
    if (!editor.pluginsByPrefix[event.detail.formsetName]) {
      qs("input:not([type=hidden])", part).focus()
      return
    }
    qs(".inline_label", part).textContent = ""
    equip(part)
    arrange()
    begin(part)
  })
  board.addEventListener("drop", () =>
    setTimeout(() => {
      arrange()
      changed()
    }),
  )
  board.addEventListener("input", (event) => {
    const part = event.target.closest(".part")
    if (!part) return
    label(part)
    openness(part)
  })
  board.addEventListener("change", ({ target }) => {
    if (target.name?.endsWith("-DELETE")) target.closest(".part").classList.toggle("for-deletion", target.checked)
  })
  /* A heading of a part folds it by mouse: say so to whoever hears the button. */
  board.addEventListener("click", (event) => {
    const part = event.target.closest("h3") && event.target.closest(".part")
    if (part) qs(".fold", part)?.setAttribute("aria-expanded", String(!part.classList.contains("collapsed")))
  })
  board.addEventListener("keydown", (event) => {
    const part = event.target.closest(".part")
    if (!part || !event.altKey || !event.shiftKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return
    event.preventDefault()
    move(part, event.key === "ArrowDown")
  })
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-part]")
    if (!button) return
    event.preventDefault()
    const part = button.closest(".part")
    if (button.dataset.part === "add") add(button.dataset.prefix)
    else if (button.dataset.part === "copy") copy(part)
    else move(part, button.dataset.part === "down")
  })

  function add(prefix, before = null) {
    editor._insertBefore = before
    if (editor.pluginsByPrefix[prefix]) editor.addContent(prefix)
    else qs(`#${prefix}-group .add-row a`).click()
  }

  /* A new part right behind `part`, without anything in it. */
  function addBehind(prefix, part) {
    const known = new Set(order())
    editor._insertBefore = null
    editor.addContent(prefix)
    const made = order().find((one) => !known.has(one))
    machine.insertAdjacent(made, part, true)
    arrange()
    return made
  }

  function show(key) {
    regions.activateRegion(key)
    for (const button of qsa(".region-choice", form)) {
      button.setAttribute("aria-pressed", String(button.dataset.region === key))
    }
    for (const button of qsa(".adding [data-prefix]", form)) {
      button.hidden = !editor.pluginsByPrefix[button.dataset.prefix].regions.includes(key)
    }
  }

  function frame() {
    const head = document.createElement("div")
    head.className = "board-head"
    for (const one of editor.declaredRegions) {
      const button = document.createElement("button")
      Object.assign(button, { type: "button", className: "region-choice", textContent: one.title })
      button.dataset.region = one.key
      button.addEventListener("click", () => show(one.key))
      head.append(button)
    }
    const all = document.createElement("button")
    Object.assign(all, { type: "button", className: "tool fold-all", textContent: editor.messages.collapseAll })
    all.addEventListener("click", () => {
      const folded = order().some((part) => !part.classList.contains("collapsed"))
      for (const part of order()) fold(part, folded)
      all.textContent = folded ? editor.messages.uncollapseAll : editor.messages.collapseAll
    })
    head.append(all)
    const foot = document.createElement("div")
    foot.className = "adding"
    foot.append(...qsa(".blocks > .add-part", form))
    machine.wrapper.before(head)
    machine.wrapper.append(foot)
  }

  function reveal(part) {
    show(region(part))
    fold(part, false)
    part.scrollIntoView({ block: "center" })
  }

  /* A finding leads to its part, in whichever region it is. */
  form.addEventListener("click", (event) => {
    const link = event.target.closest("[data-finding]")
    const part = link && qs(`.part[data-key="${link.dataset.finding}"]`, board)
    if (!part) return
    event.preventDefault()
    reveal(part)
    /* A guess is confirmed by one key more: the space bar, on its box. */
    const asked = link.dataset.field && field(part, link.dataset.field)
    if (asked) asked.focus()
    else begin(part)
  })

  frame()
  for (const part of qsa(".part:not(.empty-form)", board)) equip(part)
  arrange()
  show(qs(".part.has-errors:not(.empty-form)", board)?.dataset.region || editor.declaredRegions[0].key)

  /* An address may name a part, as those of the open questions do: to what is open of its comments, else to where
     writing in it begins. */
  function follow() {
    const part = document.getElementById(location.hash.slice(1))?.closest(".part:not(.empty-form)")
    if (!part) return
    reveal(part)
    const open = qs("[data-thread]:has(> .comment)", part)
    if (!open) return begin(part)
    open.scrollIntoView({ block: "center" })
    open.focus({ preventScroll: true })
  }
  window.addEventListener("hashchange", follow)
  follow()

  return { add, addBehind, begin, board, editor, order, place, region, reveal }
}
