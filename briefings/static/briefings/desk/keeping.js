/* What is typed is kept: on the server within two seconds, in this browser where the server does not answer. The server
   says who else is here in return. */
const PAUSE = 2000
const PULSE = 5000
const PATIENCE = 8000
/* How the places in this browser begin where this user's texts are kept: logging out empties them. */
const THEIRS = document.querySelector("[data-places]").dataset.places

export function startKeeping(form) {
  const status = form.querySelector(".saved")
  const here = form.querySelector(".here")
  const of = (name) => form.elements[name]?.value ?? ""
  const place = THEIRS + of("form_id")
  let typed = Number(of("counter"))
  let [kept, isSending, isForgotten, timer] = [typed, false, false, 0]

  const clock = () => new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: "medium" })
  const say = (name) => {
    status.textContent = status.dataset[name].replace("%(time)s", clock())
  }

  /* The form as a browser would send it, without its token and its files. */
  function fields() {
    form.elements.counter.value = typed
    const entries = [...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string")
    return new URLSearchParams(entries).toString()
  }

  function facts() {
    const known = { user: form.dataset.user, form_id: of("form_id"), version: of("version"), counter: typed }
    return { ...known, briefing: of("briefing"), ...(typed > kept && { fields: fields() }) }
  }

  function remember(sent) {
    try {
      localStorage.setItem(place, JSON.stringify({ ...sent, address: form.dataset.keep }))
      return true
    } catch {
      return false
    }
  }

  /* Of what cannot be kept on the server: the reason is said, and the text stays in this browser. */
  function failed(sent, reason) {
    if (sent.fields) say(remember(sent) ? reason : "full")
  }

  async function keep() {
    clearTimeout(timer)
    timer = 0
    if (isSending || isForgotten) return
    isSending = true
    const sent = facts()
    const answer = await post(form, form.dataset.keep, sent)
    isSending = false
    if (answer.facts?.kept === undefined) failed(sent, answer.reason)
    else {
      if (sent.fields && answer.facts.kept) {
        kept = Math.max(kept, sent.counter)
        localStorage.removeItem(place)
        if (typed === kept) say("kept")
      }
      tell(answer.facts)
    }
    if (typed > kept && !timer) timer = setTimeout(keep, PAUSE)
  }

  function tell({ others = [], newest }) {
    const lines = others.map(({ who, typed }) => here.dataset[typed ? "typed" : "here"].replace("%(who)s", who))
    if (newest && newest.version > Number(of("version"))) {
      lines.push(here.dataset.newer.replace("%(who)s", newest.who).replace("%(time)s", newest.when))
    }
    const words = lines.join(" · ")
    if (here.textContent !== words) here.textContent = words
  }

  form.addEventListener("input", () => {
    typed += 1
    timer ||= setTimeout(keep, PAUSE)
  })
  /* Whatever button sends it: up to here it is in what is sent. */
  form.addEventListener("submit", () => {
    form.elements.counter.value = typed
  })
  setInterval(() => {
    if (document.visibilityState === "visible") keep()
  }, PULSE)
  /* Whoever leaves the page is here no more, and what they typed within the two seconds is kept. */
  addEventListener("pagehide", () => {
    if (isForgotten) return
    const sent = { ...facts(), left: "1" }
    if (sent.fields) remember(sent)
    navigator.sendBeacon(form.dataset.keep, body(form, sent))
  })
  /* Whoever logs out leaves nothing behind. */
  document.addEventListener("briefings:forget", () => {
    isForgotten = true
  })
  bringBack(form)
  keep()

  return {
    get typed() {
      return typed
    },
    /* The form was saved as it was at `counter`. */
    settle(counter) {
      kept = Math.max(kept, counter)
      if (typed <= kept) localStorage.removeItem(place)
    },
    failed: (reason) => failed(facts(), reason),
  }
}

function body(form, sent) {
  return new URLSearchParams({ ...sent, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value })
}

/* `{facts}`, or `{reason}` where the server keeps nothing. A login that began anew has a token of its own. */
async function post(form, address, sent, isAgain = false) {
  const options = { method: "POST", headers: { Accept: "application/json" }, redirect: "manual" }
  const signal = AbortSignal.timeout(PATIENCE)
  try {
    const answer = await fetch(address, { ...options, body: body(form, sent), signal })
    if (answer.ok) return { facts: await answer.json() }
    if (answer.status === 409) return { reason: "somebody" }
    if (answer.status !== 403 && answer.type !== "opaqueredirect") return { reason: "local" }
    return !isAgain && (await renew(form)) ? post(form, address, sent, true) : { reason: "login" }
  } catch {
    return { reason: "local" }
  }
}

/* Whether somebody is logged in: then the form has their token. */
export async function renew(form) {
  const answer = await fetch(form.dataset.keep, { headers: { Accept: "application/json" }, redirect: "manual" })
  if (!answer.ok) return false
  form.elements.csrfmiddlewaretoken.value = (await answer.json()).token
  return true
}

/* What this browser kept for this user goes to the server, which offers it the next time that the page is opened. */
async function bringBack(form) {
  const notice = form.querySelector(".alert.brought-back")
  for (const place of Object.keys(localStorage).filter((name) => name.startsWith(THEIRS))) {
    const { address, ...sent } = JSON.parse(localStorage.getItem(place))
    if (sent.form_id === form.elements.form_id.value) continue
    const { facts } = await post(form, address, sent)
    if (!facts) continue
    localStorage.removeItem(place)
    if (facts.kept && address === form.dataset.keep) notice.hidden = false
  }
}
