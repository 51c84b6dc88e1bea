/* Names on file, offered while one is typed. What is typed counts, whether it was offered or not. */
const WAIT = 150
let made = 0

/* `[{ name, note }]` on file with these words in them, the one of that very name first; null without an answer. */
export async function namesLike(words, suggest) {
  const address = new URL(suggest, location.href)
  address.searchParams.set("q", words)
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null)
  return (answer?.ok && (await answer.json().catch(() => null)))?.names ?? null
}

export function startNames(form) {
  const waiting = new WeakMap()

  async function offer(input) {
    const asked = input.value
    const typed = asked.trim()
    if (typed.length < 2) return
    const names = await namesLike(typed, input.dataset.suggest)
    if (!names || input.value !== asked) return // what is typed now is asked about, or will be
    list(input).replaceChildren(
      ...names.map(({ name, note }) => {
        const option = document.createElement("option")
        option.value = name
        if (note) option.label = `${name}, ${note}`
        return option
      }),
    )
    known(input, names.some(({ name }) => name === typed))
  }

  function list(input) {
    let offered = document.getElementById(input.getAttribute("list"))
    if (!offered) {
      offered = document.createElement("datalist")
      offered.id = `names-${++made}`
      form.append(offered)
      input.setAttribute("list", offered.id)
    }
    return offered
  }

  /* The kind is asked of new names only. */
  function known(input, isKnown) {
    const kind = input.closest(".part")?.querySelector(".field-kind")
    if (kind) kind.hidden = isKnown || !input.value.trim()
  }

  form.addEventListener("input", ({ target }) => {
    if (!target.dataset?.suggest || target.hidden) return
    known(target, false)
    clearTimeout(waiting.get(target))
    waiting.set(target, setTimeout(() => offer(target), WAIT))
  })
  document.addEventListener("formset:added", ({ target }) => {
    for (const input of target.querySelectorAll("[name$='-speaker']")) known(input, false)
  })
  for (const input of form.querySelectorAll("[name$='-speaker']")) {
    known(input, Boolean(input.closest(".part").querySelector("[name$='-person']").value))
  }
}
