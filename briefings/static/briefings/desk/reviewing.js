/* The review of a pasted draft: every change is kept at once and both columns come back; keys for each of them. */
import { startCutting } from "desk/cutting"
import { goOnTyping, isChanged } from "desk/fields"
import { startKeys } from "desk/keys"
import { ask, LOGGED_OUT } from "desk/uploading"

const form = document.getElementById("review_form")
const review = document.getElementById("review")
const [status, alert] = [form.querySelector(".saved"), form.querySelector(".alert.client")]
const [all, help] = [form.querySelector("[data-confirm-all]"), document.getElementById("all-help")]
const seen = new Set()
let [waiting, pending, placed, replacing] = [Promise.resolve(), 0, null, false]

const lines = () => [...review.querySelectorAll(".line")]
const guesses = () => [...review.querySelectorAll(".said[data-open]")]
const confirmable = () => guesses().filter((guess) => guess.classList.contains("is-guess"))
const lineAt = (address) => lines().find((line) => line.dataset.address === address)
const say = (sentence) => {
  status.textContent = sentence
}

const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) if (isIntersecting) seen.add(target.dataset.place)
  offerAll()
}, { threshold: 0.6 })

/* All at once only after each was on the screen. */
function offerAll() {
  const open = confirmable()
  all.disabled = !open.length || open.some((guess) => !seen.has(guess.dataset.place))
  help.hidden = !open.length
  help.textContent = all.disabled ? help.dataset.unseen : help.dataset.seen
}

/* One line is a stop of the tab key, the one that was looked at last; arrow keys lead to the others. */
function stopAt(line) {
  for (const one of lines()) one.tabIndex = one === line ? 0 : -1
}

function begin() {
  watcher.disconnect()
  for (const guess of confirmable()) watcher.observe(guess)
  stopAt(lines()[0])
  offerAll()
}

/* Puts the new columns in place of the old: focus, what is being typed, what was unfolded and how far it was scrolled
   stay. */
function replace(html, to) {
  const focused = document.activeElement
  const place = focused?.closest?.(".line")?.dataset.address
  const typed = focused?.type === "text" ? [focused.value, focused.selectionStart, focused.selectionEnd] : null
  const unfolded = [...review.querySelectorAll("details[open]:not([data-open])")].map(({ id }) => id)
  const scrolled = review.querySelector(".understood-side").scrollTop
  const isInside = review.contains(focused)
  const made = document.createElement("template")
  made.innerHTML = html
  replacing = true
  review.replaceChildren(made.content)
  replacing = false
  for (const id of unfolded) if (id) document.getElementById(id)?.setAttribute("open", "")
  review.querySelector(".understood-side").scrollTop = scrolled
  begin()
  if (to && to()) return
  if (!isInside) return
  const again = (focused.name && review.querySelector(`[name="${CSS.escape(focused.name)}"]`)) || document.getElementById(focused.id)
  if (again && typed && again.type === "text") goOnTyping(again, typed)
  const next = again ?? lineAt(place)
  if (next?.matches(".line")) stopAt(next)
  next?.focus({ preventScroll: true })
}

/* A login that ended and began anew has another token: the page has it as it is now, a login page has none. */
async function askAgain(data) {
  const page = await fetch(location.href).then((answer) => answer.text()).catch(() => "")
  const made = new DOMParser().parseFromString(page, "text/html")
  const token = made.querySelector("#review_form [name=csrfmiddlewaretoken]")?.value
  if (!token) return { error: LOGGED_OUT() }
  form.elements.csrfmiddlewaretoken.value = token
  data.set("csrfmiddlewaretoken", token)
  return ask(form.action, data)
}

/* Sends what was decided, one after the other; `to` focuses what comes next and says whether there is anything. Whoever
   went elsewhere meanwhile is left there. */
function decide(values, to) {
  const from = document.activeElement
  pending += 1
  waiting = waiting.then(async () => {
    const data = new FormData()
    for (const name of ["csrfmiddlewaretoken", "save_id", "page"]) data.append(name, form.elements[name].value)
    for (const [name, value] of values) data.append(name, value)
    const first = await ask(form.action, data)
    const answer = first.isRefused ? await askAgain(data) : first
    pending -= 1
    alert.hidden = !answer.error
    alert.textContent = answer.error ?? ""
    if (answer.error) return say("")
    replace(answer.html, [from, placed].includes(document.activeElement) ? to : null)
    placed = document.activeElement
    say(answer.said)
  })
  return waiting
}

function focusLine(line) {
  if (!line) return false
  stopAt(line)
  line.focus()
  line.scrollIntoView({ block: "nearest" })
  return true
}

function focusGuess(guess) {
  if (!guess) return false
  guess.open = true
  const isMissing = guess.classList.contains("is-missing")
  guess.querySelector(isMissing ? "[name^=speaker-]" : "[name^=confirmed-]").focus({ preventScroll: true })
  guess.closest(".line").scrollIntoView({ block: "center" })
  return true
}

/* The guess after (or before) what has the focus; from the last one on to the first. */
function nextGuess(back = false, from = document.activeElement) {
  const open = guesses().filter((guess) => !guess.contains(from))
  if (back) open.reverse()
  const side = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  const found = open.find((guess) => from.compareDocumentPosition(guess) & side) ?? open[0]
  if (!focusGuess(found)) say(window.gettext("No guess is left on this page."))
  return Boolean(found)
}

function valuesOf(said) {
  const fields = [...said.querySelectorAll("input, select")]
  return fields.filter(({ type, checked }) => type !== "checkbox" || checked).map(({ name, value }) => [name, value])
}

/* The next one is found by where this one stood: by then it is no guess any more. */
function confirm(said) {
  const box = said.querySelector("[name^=confirmed-]")
  if (!box || !said.querySelector("[name^=speaker-]").value.trim()) return
  box.checked = true
  const place = said.id
  decide(valuesOf(said), () => guesses().length > 0 && nextGuess(false, document.getElementById(place)))
}

form.addEventListener("change", ({ target }) => {
  if (replacing) return // a field that is taken away says that it changed, half typed as it may be
  const said = target.closest(".said")
  if (target.name?.startsWith("role-")) return decide([[target.name, target.value]])
  if (!said) return
  const box = said.querySelector("[name^=confirmed-]")
  if (target === box && box.checked) return confirm(said)
  if (box && target.name.startsWith("speaker-")) box.checked = Boolean(target.value.trim())
  decide(valuesOf(said))
})

/* A button that decides; what is left out is seen as the list stands on the page, which keeps the focus after it. */
function act({ value, parentElement }) {
  const list = parentElement.closest(".left-out")?.id
  const listed = list && (() => focusList(list))
  const values = [["do", value]]
  if (value === "seen") values.push(["left_out", form.elements.left_out.value])
  return decide(values, listed)
}

function focusList(id) {
  const list = document.getElementById(id)
  list?.focus({ preventScroll: true })
  return Boolean(list)
}

/* What leads away from here comes after all that was decided, and not where that was refused. */
async function submitLater(submitter) {
  while (pending) await waiting
  if (alert.hidden) form.requestSubmit(submitter)
}

form.addEventListener("submit", (event) => {
  const { submitter } = event
  const leads = submitter?.value === "make" || submitter?.value === "afresh"
  if (leads && !pending) return
  event.preventDefault()
  if (leads) submitLater(submitter)
  else if (submitter?.name === "do" && submitter.value) act(submitter)
})

form.addEventListener("click", ({ target }) => {
  if (target.closest("[data-next]")) nextGuess()
  if (!target.closest("[data-confirm-all]")) return
  const places = confirmable().map((guess) => ["seen", guess.dataset.place])
  decide([["do", "confirm-all"], ...places])
})

window.addEventListener("beforeunload", (event) => {
  if (pending) event.preventDefault()
})

/* What the briefing makes of a line is shown beside it. */
review.addEventListener("focusin", ({ target }) => {
  const line = target.closest(".line")
  if (!line) return
  stopAt(line)
  const side = review.querySelector(".understood-side")
  for (const one of side.querySelectorAll(".here")) one.classList.remove("here")
  const places = [target.closest(".said"), line, ...line.querySelectorAll(".said")].filter(Boolean)
  const links = places.map(({ id }) => side.querySelector(`a[href="#${id}"]`))
  const part = links.find(Boolean)?.closest("li, .question, section")
  part?.classList.add("here")
  if (part && side.scrollHeight > side.clientHeight) side.scrollTop = part.offsetTop - side.clientHeight / 3
})

/* Words in marks become a quotation: of whoever is named beside them, or the field for a name is next. */
function quote(said) {
  const [button, place] = [said?.querySelector("[data-quote]"), said?.id]
  return Boolean(button) && decide([["do", button.value]], () => {
    const made = document.getElementById(place)
    if (made?.matches("[data-open]")) return focusGuess(made)
    made?.querySelector("summary").focus()
    return Boolean(made)
  })
}

const cutting = startCutting(review, decide)
startKeys({ lines, lineAt, focusLine, nextGuess, confirm, quote, decide, cut: cutting.cut })
document.documentElement.classList.add("scripted")
begin()
/* What was chosen before this script was there; of what is being typed, the browser tells. */
for (const field of review.querySelectorAll("select, input")) {
  const isBeingTyped = field.type === "text" && field === document.activeElement
  if (isChanged(field) && !isBeingTyped) field.dispatchEvent(new Event("change", { bubbles: true }))
}
