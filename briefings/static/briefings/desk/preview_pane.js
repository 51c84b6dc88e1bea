/* The readers' page beside the form, as the form stands; and what search engines, cards and feeds will make of it.

   The page is put into a frame in which no script runs. It comes once and is changed in place from then on, so that
   whoever reads in it stays where they are. Its one style of its own is put in as a sheet, for the policy bars it. */
import { paint, rulesByScheme } from "desk/colour_scheme"

const WAIT = 500
const PATIENCE = 10_000
const WIDTHS = { phone: 390, desktop: 1200 }
const REMEMBERED = "briefings-desk-preview"

export function startPreviewPane(form) {
  const pane = document.getElementById("preview-pane")
  const toggle = form.querySelector("[data-pane]")
  const [frame, stage] = [pane.querySelector("iframe"), pane.querySelector(".preview-stage")]
  const isWide = matchMedia("(min-width: 80rem)")
  const part = (name) => pane.querySelector(`[data-shows=${name}]`)
  const choices = { isOpen: false, width: "phone", scheme: "light", ...remembered() }
  let [isAsking, isWanted, isBegun, timer, card, rules] = [false, false, false, 0, "", []]

  const isShown = () => choices.isOpen && isWide.matches

  function lay() {
    pane.hidden = !isShown()
    document.body.classList.toggle("previewing", isShown())
    document.body.dataset.preview = choices.width
    toggle.setAttribute("aria-pressed", String(choices.isOpen))
    toggle.hidden = !isWide.matches
    for (const one of pane.querySelectorAll("[data-choice]")) {
      one.setAttribute("aria-pressed", String(choices[one.dataset.choice] === one.value))
    }
    if (isBegun) paint(frame.contentDocument, rules, choices.scheme)
    scale()
  }

  function scale() {
    const width = WIDTHS[choices.width]
    const by = Math.min(1, stage.clientWidth / width)
    frame.style.inlineSize = `${width}px`
    frame.style.blockSize = `${stage.clientHeight / by}px`
    frame.style.transform = `scale(${by})`
  }

  function choose(changes) {
    Object.assign(choices, changes)
    try {
      localStorage.setItem(REMEMBERED, JSON.stringify(choices))
    } catch {
      /* It is chosen anew the next time. */
    }
    lay()
  }

  function soon() {
    clearTimeout(timer)
    if (isShown()) timer = setTimeout(ask, WAIT)
  }

  async function ask() {
    isWanted = isAsking
    if (isAsking) return
    isAsking = true
    const answer = await post(form, card)
    isAsking = false
    part("reason").textContent = answer.reason ?? ""
    if (answer.html) await show(answer)
    if (isWanted) ask()
  }

  async function show({ html, search, feed, card: drawn }) {
    await put(html)
    for (const [name, facts] of Object.entries({ search, feed })) {
      for (const [key, words] of Object.entries(facts)) part(name).querySelector(`.${key}`).textContent = words
    }
    const picture = part("card").querySelector("canvas")
    part("card").querySelector(".none").hidden = Boolean(drawn)
    picture.hidden = !drawn
    card = drawn?.digest ?? ""
    if (!drawn) return
    picture.ariaLabel = drawn.words
    if (drawn.png) await draw(picture, drawn.png)
  }

  async function put(html) {
    const page = new DOMParser().parseFromString(html, "text/html")
    const styles = [...page.querySelectorAll("style")].map(({ textContent }) => textContent).join("\n")
    for (const one of page.querySelectorAll("style, script, base, meta[http-equiv]")) one.remove()
    for (const link of page.querySelectorAll("a[href], form")) link.target = "_blank"
    for (const link of page.querySelectorAll("a[href^='#']")) link.removeAttribute("target")
    if (!isBegun) {
      const isThere = new Promise((done) => frame.addEventListener("load", done, { once: true }))
      frame.srcdoc = `<!doctype html>${page.documentElement.outerHTML}`
      await isThere
      begin(frame.contentDocument, styles)
    } else {
      const shown = frame.contentDocument
      for (const name of ["lang", "dir"]) shown.documentElement[name] = page.documentElement[name]
      shown.body.replaceWith(shown.adoptNode(page.body))
    }
  }

  function begin(shown, styles) {
    const sheet = new frame.contentWindow.CSSStyleSheet()
    sheet.replaceSync(styles)
    shown.adoptedStyleSheets = [sheet]
    rules = rulesByScheme(shown)
    paint(shown, rules, choices.scheme)
    isBegun = true
  }

  pane.addEventListener("click", ({ target }) => {
    const chosen = target.closest("[data-choice]")
    if (chosen) choose({ [chosen.dataset.choice]: chosen.value })
  })
  toggle.addEventListener("click", () => {
    choose({ isOpen: !choices.isOpen })
    if (isShown()) ask()
  })
  isWide.addEventListener("change", () => {
    lay()
    soon()
  })
  for (const kind of ["input", "change", "briefing:saved"]) form.addEventListener(kind, soon)
  new ResizeObserver(scale).observe(stage)
  lay()
  if (isShown()) ask()
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED))
  } catch {
    return {}
  }
}

/* What the pane shows, or the `{reason}` why it shows what it did before. */
async function post(form, card) {
  const body = new FormData(form)
  body.set("card", card)
  const options = { method: "POST", headers: { Accept: "application/json" }, redirect: "manual", body }
  const away = { reason: window.gettext("The server does not answer. What you see is the text before that.") }
  try {
    const answer = await fetch(form.querySelector("[data-preview]").formAction, { ...options, signal: AbortSignal.timeout(PATIENCE) })
    return answer.ok || answer.status === 422 ? await answer.json() : away
  } catch {
    return away
  }
}

async function draw(canvas, png) {
  const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }))
  Object.assign(canvas, { width: picture.width, height: picture.height })
  canvas.getContext("2d").drawImage(picture, 0, 0)
}
