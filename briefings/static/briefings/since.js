// Remembers in this browser alone which briefings were read, and marks what is new since. Nothing is sent; the button
// in the foot forgets it all.
(() => {
  const words = document.currentScript.dataset
  const PLACE = "briefings-read"
  const MOST = 200
  // Within the hour, what was new still is.
  const READING = 60 * 60 * 1000
  const isOurs = one => one?.sums && Number.isFinite(one.edition + one.at + one.moment)
  let read
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem(PLACE)) ?? {})
    read = Object.fromEntries(kept.filter(([, one]) => isOurs(one) && isOurs(one.since ?? one)))
  } catch {
    return // Nothing can be kept, or it is not ours.
  }

  function put(tag, name, ...inside) {
    const element = document.createElement(tag)
    element.className = name
    element.lang = document.documentElement.lang
    element.append(...inside)
    return element
  }

  // A part's own words as a short number, without what scripts and labels add (“not known yet” says a day).
  function sum(part) {
    const text = [...part.querySelectorAll(":scope > :not(.label, .said-by, .tools, .open-wording)")]
      .map(one => one.textContent)
      .join(" ")
    return [...text.replace(/\s+/g, " ")].reduce((all, sign) => (Math.imul(all, 31) + sign.codePointAt(0)) | 0, 0)
  }

  function moment(time) {
    return time ? Date.parse(time.dateTime) : 0
  }

  function markNew(article, since, parts) {
    const language = `${document.documentElement.lang.replace(/^en$/, "en-GB")}-u-nu-latn`
    const day = new Date(since.at).toLocaleDateString(language, { day: "numeric", month: "long" })
    const link = document.createElement("a")
    const { edition, closed } = article.dataset
    link.href = closed.split(" ").includes(`${since.edition}`) ? "history/" : `changes/${since.edition}/${edition}/`
    link.textContent = words.new.replace("{day}", day)
    article.querySelector(".head").append(put("p", "changed since", link))
    for (const [part, own] of parts) {
      if (since.sums[part.id] === own) continue
      const heading = part.querySelector("h2, h3")
      const mark = put("p", "under since", words.changed)
      if (heading) heading.after(mark)
      else part.prepend(mark)
    }
  }

  const article = document.querySelector("[data-edition]")
  if (article && article.dataset.path === location.pathname) {
    const parts = [...article.querySelectorAll(":is(.section, .pull, .question)[id]")].map(part => [part, sum(part)])
    const now = {
      edition: +article.dataset.edition,
      at: Date.now(),
      moment: moment([...article.querySelectorAll(".facts time")].pop()),
      sums: Object.fromEntries(parts.map(([part, own]) => [part.id, own])),
    }
    const was = read[location.pathname]
    if (was) now.since = was.edition < now.edition ? { ...was, since: undefined } : now.at - was.at < READING ? was.since : undefined
    if (now.since) markNew(article, now.since, parts)
    read[location.pathname] = now
    read = Object.fromEntries(Object.entries(read).sort((one, other) => other[1].at - one[1].at).slice(0, MOST))
    try {
      localStorage.setItem(PLACE, JSON.stringify(read))
    } catch {
      // No room.
    }
  }

  for (const link of document.querySelectorAll("article :is(h2, h3) > a")) {
    const was = read[link.getAttribute("href")]
    const when = link.closest("article").querySelector(".when")
    if (!was || !when) continue
    const isUpdated = moment(when.querySelector("time")) > was.moment
    when.append(put("span", "since", ` · ${isUpdated ? words.updated : words.read}`))
  }

  if (Object.keys(read).length) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = words.forget
    const row = put("p", "tools", button)
    row.setAttribute("role", "status")
    button.addEventListener("click", () => {
      localStorage.removeItem(PLACE)
      for (const mark of document.querySelectorAll(".since")) mark.remove()
      row.textContent = words.forgotten
    })
    document.querySelector(".foot").append(row)
  }
})()
