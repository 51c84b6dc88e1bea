/* The dialog of a link: words of a headline find our briefings, example.org becomes https, and what is no address is said. */
const WAIT = 150
const LABEL = "[^\\s/?#@:\\[\\]\\\\<>\"'.,;()]+"
const HOST = `${LABEL}(?:\\.${LABEL})+\\.?`
const WEB = RegExp(`^https?://(?:${HOST}|\\[[0-9a-f:.]+\\])(?::\\d{1,5})?(?:[/?#]\\S*)?$`, "i")
const BARE = RegExp(`^(${HOST})(:\\d{1,5})?([/?#]\\S*)?$`)
const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/
const FILES = /\.(aspx?|css|csv|docx?|gif|html?|jpe?g|js|json|md|pdf|php|png|svg|txt|webp|xlsx?|xml)\.?$/i
let made = 0

/* The address with the scheme that somebody left out, as the server has it. */
export function wholeAddress(typed) {
  const address = typed.trim()
  if (MAIL.test(address) && !address.includes(":")) return `mailto:${address}`
  const [, host, port = "", rest = "/"] = address.match(BARE) ?? []
  if (!host || FILES.test(host) || !/\.\p{L}{2,}\.?$/u.test(host)) return address
  return `https://${host}${port}${rest.startsWith("/") ? rest : `/${rest}`}`
}

function problem(address, desk) {
  if (/^#source-/.test(address)) return ""
  if (/^mailto:/i.test(address)) return MAIL.test(address.slice(7).split("?")[0]) ? "" : window.gettext("This is no mail address.")
  if (/^[/.#?]/.test(address)) return window.gettext("This is half an address. Write it whole, with https://.")
  const isOurs = URL.canParse(address) && new URL(address).host === location.host
  if (!isOurs && !WEB.test(address)) return window.gettext("This is no address. Write one as https://example.org/, or choose a briefing.")
  return isOurs && `${new URL(address).pathname}/`.startsWith(desk) ? window.gettext("Readers cannot open a page of the desk.") : ""
}

export function startLinking(textarea) {
  const place = textarea.closest(".prose-editor")
  if (!place || !textarea.dataset.linkTargets) return
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        const dialog = node.querySelector?.(":scope > dialog.prose-editor-dialog")
        if (dialog?.querySelector("[name=href]")) equip(dialog, textarea.dataset)
      }
    }
  }).observe(place, { childList: true })
}

function equip(dialog, { linkTargets, paste }) {
  const input = dialog.querySelector("[name=href]")
  const desk = new URL(paste, location.href).pathname.replace(/briefings\/draft\/paste\/$/, "")
  const title = dialog.querySelector("[name=title]")
  if (title) title.parentElement.hidden = true // no text of ours keeps it
  const heading = dialog.querySelector("h3")
  if (heading) {
    heading.id = `link-dialog-${++made}`
    dialog.setAttribute("aria-labelledby", heading.id)
  }
  const label = dialog.querySelector(`label[for="${input.id}"]`)
  if (label) label.textContent = window.gettext("Address, or words of a headline of ours")
  Object.assign(input, { autocomplete: "off", spellcheck: false })
  offer(input, linkTargets)
  dialog.addEventListener(
    "click",
    ({ target }) => {
      if (!target.closest("[type=submit]")) return
      input.value = wholeAddress(input.value)
      input.setCustomValidity(problem(input.value, desk))
    },
    { capture: true },
  )
}

/* A list below the field: arrow keys lead through it, Enter takes, Escape closes it and then the dialog. */
function offer(input, address) {
  const list = document.createElement("ul")
  const status = document.createElement("p")
  Object.assign(list, { id: `link-targets-${++made}`, className: "link-targets", role: "listbox", hidden: true })
  list.ariaLabel = window.gettext("Briefings")
  status.className = "visually-hidden"
  status.role = "status"
  input.role = "combobox"
  input.setAttribute("aria-controls", list.id)
  input.setAttribute("aria-expanded", "false")
  input.setAttribute("aria-autocomplete", "list")
  input.after(list, status)
  let [waiting, asked] = [0, ""]

  function show(briefings) {
    list.replaceChildren(
      ...briefings.map(({ headline, address: leads, day }, index) => {
        const option = document.createElement("li")
        Object.assign(option, { id: `${list.id}-${index}`, role: "option", textContent: `${headline}, ${day}`, dir: "auto" })
        option.ariaSelected = "false"
        option.dataset.address = leads
        return option
      }),
    )
    list.hidden = !briefings.length
    input.setAttribute("aria-expanded", String(!list.hidden))
    input.removeAttribute("aria-activedescendant")
    const count = window.ngettext("%s briefing", "%s briefings", briefings.length).replace("%s", briefings.length)
    status.textContent = asked ? count : ""
  }

  async function find() {
    asked = input.value.trim()
    if (asked.length < 2 || /^[a-z]+:/i.test(asked)) return show([])
    const where = new URL(address, location.href)
    where.searchParams.set("q", asked)
    const mine = asked
    const answer = await fetch(where, { headers: { Accept: "application/json" } }).catch(() => null)
    const { briefings } = (answer?.ok && (await answer.json().catch(() => null))) || {}
    if (briefings && asked === mine) show(briefings)
  }

  function take(option) {
    input.value = option.dataset.address
    input.setCustomValidity("")
    asked = ""
    show([])
    input.focus()
  }

  function move(step) {
    const options = [...list.children]
    const at = options.findIndex((option) => option.ariaSelected === "true")
    const next = options.at((at + step + (at < 0 && step < 0 ? 1 : 0)) % options.length)
    for (const option of options) option.ariaSelected = String(option === next)
    input.setAttribute("aria-activedescendant", next.id)
    next.scrollIntoView({ block: "nearest" })
  }

  input.addEventListener("input", (event) => {
    event.stopPropagation() // the text is not changed by it
    input.setCustomValidity("")
    clearTimeout(waiting)
    waiting = setTimeout(find, WAIT)
  })
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return
    const chosen = list.querySelector("[aria-selected=true]")
    if (event.key === "ArrowDown") move(1)
    else if (event.key === "ArrowUp") move(-1)
    else if (event.key === "Enter" && chosen) take(chosen)
    else if (event.key === "Escape") show([])
    else return
    event.preventDefault()
  })
  list.addEventListener("mousedown", (event) => {
    event.preventDefault()
    const option = event.target.closest("[role=option]")
    if (option) take(option)
  })
}
