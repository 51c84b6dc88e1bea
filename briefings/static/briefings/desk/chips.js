/* Topics and authors, each a chip. What is sent is the field that was there, with commas between the names; what is being
   typed counts as well, whether it was taken or not. */
import { namesLike } from "desk/names"

const WAIT = 150
const COMMAS = /[,،、，\n]/

export function startChips(form) {
  for (const name of ["topics", "authors"]) new Chips(form, form.elements[name])
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

class Chips {
  constructor(form, sent) {
    this.sent = sent
    this.isSaved = form.dataset.asSaved !== undefined && sent.value === sent.defaultValue
    this.chips = []
    this.offered = []
    this.at = -1
    this.build()
    this.split(sent.value)
    form.addEventListener("briefing:saved", () => this.check())
  }

  build() {
    const { id, name } = this.sent
    this.list = make("ul", { className: "chip-list" })
    this.input = make("input", { type: "text", className: "chip-input", autocomplete: "off", role: "combobox" })
    this.offers = make("ul", { className: "chip-offers", id: `offers-${name}`, role: "listbox", hidden: true })
    this.status = make("p", { className: "visually-hidden", ariaLive: "polite" })
    this.offers.ariaLabel = window.gettext("Names on file")
    for (const [key, value] of Object.entries({ controls: this.offers.id, expanded: "false", autocomplete: "list" })) {
      this.input.setAttribute(`aria-${key}`, value)
    }
    const described = this.sent.getAttribute("aria-describedby")
    if (described) this.input.setAttribute("aria-describedby", described)
    this.sent.removeAttribute("id") // the label's from here on is the field in which one types
    this.sent.hidden = true
    this.input.id = id
    this.box = make("div", { className: "chips" }, this.list, this.input, this.offers, this.status)
    this.sent.after(this.box)
    this.input.addEventListener("input", () => this.typed())
    this.box.addEventListener("keydown", (event) => this.key(event))
    this.input.addEventListener("blur", () => {
      this.close()
      this.take(this.input.value)
    })
    this.offers.addEventListener("mousedown", (event) => {
      event.preventDefault() // the focus stays in the field
      const place = [...this.offers.children].indexOf(event.target.closest("li"))
      if (place >= 0) this.take(this.offered[place].name, true)
    })
    this.box.addEventListener("click", ({ target }) => {
      if (target === this.box || target === this.list) this.input.focus()
      const place = this.chips.findIndex(({ button }) => button === target.closest("button"))
      if (place >= 0) this.remove(place)
    })
  }

  /* Every name of a text with commas in it. */
  split(text) {
    for (const name of text.split(COMMAS)) this.add(name, this.isSaved)
  }

  typed() {
    const parts = this.input.value.split(COMMAS)
    if (parts.length > 1) {
      this.input.value = parts.pop().trimStart()
      for (const name of parts) this.add(name)
    }
    this.tell()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.offer(), WAIT)
  }

  add(text, isKnown = false) {
    const name = text.split(/\s+/).filter(Boolean).join(" ")
    if (!name || this.chips.some((chip) => chip.name === name)) return
    const mark = make("span", { className: "chip-new", textContent: window.gettext("new"), hidden: true })
    const button = make("button", { type: "button", tabIndex: -1 }, make("span", { textContent: name, dir: "auto" }), " ", mark)
    button.append(" ", make("span", { textContent: "×", ariaHidden: "true" }))
    button.title = window.gettext("Take “%s” out").replace("%s", name)
    const chip = { name, button, mark, isKnown, item: make("li", {}, button) }
    this.chips.push(chip)
    this.list.append(chip.item)
    if (!isKnown) this.check()
  }

  take(name, isKnown = false) {
    if (!name.trim()) return
    this.input.value = ""
    this.add(name, isKnown)
    this.tell()
    this.close()
  }

  remove(place) {
    const [chip] = this.chips.splice(place, 1)
    chip.item.remove()
    this.status.textContent = window.gettext("“%s” is taken out.").replace("%s", chip.name)
    this.tell()
    this.focus(this.chips[place] ? place : -1)
  }

  focus(place) {
    ;(this.chips[place]?.button ?? this.input).focus()
  }

  /* Whether the names are on file: one that is not is marked. */
  async check() {
    for (const chip of this.chips.filter(({ isKnown }) => !isKnown)) {
      const names = await namesLike(chip.name, this.sent.dataset.suggest)
      if (!names) continue
      chip.isKnown = names.some(({ name }) => name === chip.name)
      chip.mark.hidden = chip.isKnown
    }
  }

  /* Into the field that is sent. */
  tell() {
    const typed = this.input.value.trim()
    const value = [...this.chips.map(({ name }) => name), ...(typed ? [typed] : [])].join(", ")
    if (value === this.sent.value) return
    this.sent.value = value
    this.sent.dispatchEvent(new Event("input", { bubbles: true }))
  }

  async offer() {
    const typed = this.input.value.trim()
    if (typed.length < 2) return this.close()
    const names = await namesLike(typed, this.sent.dataset.suggest)
    if (!names || this.input.value.trim() !== typed || document.activeElement !== this.input) return
    this.offered = names.filter(({ name }) => !this.chips.some((chip) => chip.name === name))
    if (!this.offered.length) return this.close()
    this.offers.replaceChildren(
      ...this.offered.map(({ name, note }, place) => {
        const option = make("li", { role: "option", id: `${this.offers.id}-${place}`, textContent: name, dir: "auto" })
        if (note) option.append(make("span", { className: "note", textContent: ` ${note}` }))
        return option
      }),
    )
    this.offers.hidden = false
    this.input.setAttribute("aria-expanded", "true")
    this.point(-1)
  }

  point(place) {
    this.at = place
    for (const [number, option] of [...this.offers.children].entries()) option.ariaSelected = String(number === place)
    const option = this.offers.children[place]
    if (option) this.input.setAttribute("aria-activedescendant", option.id)
    else this.input.removeAttribute("aria-activedescendant")
    option?.scrollIntoView({ block: "nearest" })
  }

  close() {
    clearTimeout(this.timer)
    this.offers.hidden = true
    this.input.setAttribute("aria-expanded", "false")
    this.point(-1)
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
    const place = this.chips.findIndex(({ button }) => button === event.target)
    const acts = place >= 0 ? this.keysOfChip(place) : this.keysOfInput()
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  keysOfChip(place) {
    const out = () => this.remove(place)
    const last = this.chips.length - 1
    return {
      ArrowLeft: () => this.focus(Math.max(0, place - 1)),
      ArrowRight: () => this.focus(place < last ? place + 1 : -1),
      Backspace: out,
      Delete: out,
      Escape: () => this.focus(-1),
    }
  }

  keysOfInput() {
    const [isOpen, isEmpty, last] = [!this.offers.hidden, !this.input.value.trim(), this.chips.length - 1]
    const step = (by) => () => {
      const most = this.offered.length
      this.point(this.at < 0 && by < 0 ? most - 1 : (this.at + by + most) % most)
    }
    const take = () => (this.at >= 0 ? this.take(this.offered[this.at].name, true) : this.take(this.input.value))
    return {
      ...(isOpen && { ArrowDown: step(1), ArrowUp: step(-1), Escape: () => this.close() }),
      ...(!isEmpty && { Enter: take }),
      ...(isEmpty && last >= 0 && { Backspace: () => this.remove(last), ArrowLeft: () => this.focus(last) }),
    }
  }
}
