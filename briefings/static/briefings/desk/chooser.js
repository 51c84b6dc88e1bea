/* The dialog in which a picture is chosen, uploaded and described. Esc closes it; what was chosen by then stays. */
import { ask, upload } from "desk/uploading"

const WAIT = 200

/* `put(part, facts)` shows a picture in a part, `renew(facts)` shows it as it is now wherever it stands. */
export function startChooser(token, { put, renew }) {
  const dialog = document.getElementById("chooser")
  const part = (selector) => dialog.querySelector(selector)
  const [heading, alert, status, bar] = [part("h2"), part(".alert"), part(".chooser-status"), part("progress")]
  const [grid, more, query] = [part(".chooser-grid"), part("[data-more]"), part("[name=q]")]
  const details = part("form[data-step]")
  const file = part("#chooser-file")
  /* `visit`: the part that the dialog was opened for, new each time; `wishes`: what each part is to have at last. */
  let [visit, picture, waiting, asked, next, uploading, saving] = [{}, null, 0, 0, null, false, false]
  const wishes = new WeakMap()

  const say = (sentence) => {
    status.textContent = sentence
  }
  const refuse = (sentence) => {
    alert.textContent = sentence ?? ""
    alert.hidden = !sentence
    if (sentence) alert.scrollIntoView({ block: "nearest" })
  }

  function step(name) {
    for (const one of dialog.querySelectorAll("[data-step]")) one.hidden = one.dataset.step !== name
    heading.textContent = heading.dataset[name]
    refuse()
  }

  function open(part) {
    visit = { part }
    if (!dialog.open) dialog.showModal()
  }

  function pick(facts) {
    wishes.delete(visit.part)
    put(visit.part, facts)
    dialog.close("chosen")
  }

  function card(facts) {
    const tags = ["li", "button", "span", "span", "span"]
    const [item, button, name, credit, until] = tags.map((tag) => document.createElement(tag))
    const image = new Image(facts.width, facts.height)
    Object.assign(image, { loading: "lazy", alt: "", src: facts.thumbnail })
    Object.assign(button, { type: "button", className: "pick" })
    Object.assign(name, { className: "pick-name", textContent: facts.name })
    Object.assign(credit, { className: "pick-credit", textContent: facts.credit })
    Object.assign(until, { className: "pick-until", textContent: facts.until })
    button.append(image, name, credit, until)
    button.addEventListener("click", () => pick(facts))
    item.append(button)
    return item
  }

  async function list(page) {
    const mine = ++asked
    refuse() // here, not below: what is refused while the list is under way stays to be read
    const address = new URL(dialog.dataset.choose, location.href)
    address.search = new URLSearchParams({ q: query.value, page })
    const answer = await ask(address)
    if (mine !== asked) return
    const isShown = details.hidden
    if (answer.error) return isShown && refuse(answer.error)
    const isWaitedFor = [more, dialog, document.body].includes(document.activeElement)
    const cards = answer.pictures.map(card)
    if (page === 1) grid.replaceChildren(...cards)
    else grid.append(...cards)
    next = answer.next
    more.hidden = !next
    if (page > 1 && isWaitedFor) cards[0]?.querySelector("button").focus()
    if (uploading || !isShown || !alert.hidden) return
    const count = grid.children.length
    const some = window.ngettext("One picture.", "%s pictures.", count).replace("%s", count)
    say(count ? some : window.gettext("No picture is found. Search for other words, or upload one."))
  }

  async function take(given) {
    if (!given) return
    clearTimeout(waiting)
    step("choose")
    if (uploading) return refuse(window.gettext("Another picture is being uploaded. Give this one when it is there."))
    const [mine, wish] = [visit, {}] // whichever part is looked at by the time it is there
    wishes.set(mine.part, wish)
    uploading = true
    say(window.gettext("“%s” is being uploaded.").replace("%s", given.name))
    bar.hidden = false
    dialog.setAttribute("aria-busy", "true")
    const progress = (share) => {
      bar.value = share
      if (share === 1) say(window.gettext("It is there, and is being made in several sizes."))
    }
    const { upload: address, most } = dialog.dataset
    const answer = await upload(given, { address, most: Number(most), token, progress })
    bar.hidden = true
    dialog.removeAttribute("aria-busy")
    uploading = false
    file.value = ""
    if (answer.error) {
      say("")
      return refuse(answer.error)
    }
    const said = answer.is_new ? window.gettext("Uploaded.") : window.gettext("This picture was on file already.")
    const isMeant = wishes.get(mine.part) === wish // and no other was picked meanwhile
    if (isMeant) put(mine.part, answer.picture)
    if (!isMeant || mine !== visit) return say(said)
    if (answer.picture.details && dialog.open) describe(answer.picture)
    else dialog.close("chosen")
    say(said)
  }

  function describe(facts) {
    picture = facts
    step("details")
    say("")
    Object.assign(part(".chooser-preview"), { src: facts.thumbnail, width: facts.width, height: facts.height })
    for (const name of ["credit", "people", "usable_until"]) details.elements[name].value = facts[name]
    part("[data-page]").href = facts.details
    mark({})
    details.elements.credit.focus()
  }

  function mark(faults) {
    for (const row of details.querySelectorAll(".form-row")) {
      const field = row.querySelector("input")
      row.querySelector(".errorlist")?.remove()
      row.classList.toggle("errors", field.name in faults)
      field.toggleAttribute("aria-invalid", field.name in faults)
      if (!(field.name in faults)) continue
      const [list, item] = ["ul", "li"].map((tag) => document.createElement(tag))
      list.className = "errorlist"
      item.textContent = faults[field.name]
      list.append(item)
      row.append(list)
    }
  }

  details.addEventListener("submit", async (event) => {
    event.preventDefault()
    if (saving) return
    saving = true
    const [mine, form] = [visit, new FormData(details)]
    form.append("csrfmiddlewaretoken", token)
    form.append("version", picture.version)
    const answer = await ask(picture.details, form)
    saving = false
    if (answer.picture) renew(answer.picture)
    if (mine !== visit) return // whichever picture is described by now
    if (answer.picture) return dialog.close("chosen")
    picture = { ...picture, version: answer.version ?? picture.version }
    mark(answer.fields ?? {})
    refuse(answer.error || window.gettext("Not saved yet: what needs a look is marked below."))
    details.querySelector(".errors input")?.focus()
  })
  query.form.addEventListener("submit", (event) => {
    event.preventDefault()
    list(1)
  })
  query.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => list(1), WAIT)
  })
  more.addEventListener("click", () => list(next))
  file.addEventListener("change", () => take(file.files[0]))
  for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close())
  for (const kind of ["dragover", "drop"]) {
    dialog.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return
      event.preventDefault()
      event.stopPropagation()
      if (kind === "drop") take(event.dataTransfer.files[0])
    })
  }
  /* The page's own keys stay outside: saving the text would take what is typed here along. */
  dialog.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return
    event.preventDefault()
    event.stopPropagation()
    if (!details.hidden) details.requestSubmit()
  })

  return {
    choose(part) {
      step("choose")
      say("")
      open(part)
      query.focus()
      list(1)
    },
    upload(given, part) {
      open(part)
      take(given)
    },
    describe(facts, part) {
      open(part)
      describe(facts)
    },
  }
}
