/* How many words the text has and how long it takes to read: by the rule that readers' pages go by. */
const WAIT = 300
/* When nobody types; not every browser tells. */
const inPeace = window.requestIdleCallback ?? ((act) => act())

export function startCounting(form) {
  const shown = form.querySelector(".length")
  const { words: perMinute, signs, withoutSpaces, stillOpen } = shown.dataset
  let timer = 0

  /* Blocks are words apart, marks within a line are not. */
  const plain = (html) =>
    html
      .replace(/<\/?(p|li|ul|ol|br)\b[^>]*>/g, " ")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&nbsp;", " ")
      .replace(/&\w+;/g, "&")
      .trim()

  /* Of a field that stands as it stood nothing is read again. */
  const met = new WeakMap()
  function plainOf(field) {
    if (met.get(field)?.html !== field.value) met.set(field, { html: field.value, text: plain(field.value) })
    return met.get(field).text
  }

  function read() {
    const texts = [form.elements.lede.value]
    for (const part of form.querySelectorAll(".part:not(.empty-form)")) {
      const field = (name) => part.querySelector(`[name$="-${name}"]`)
      const value = (name) => field(name)?.value ?? ""
      const rich = (name) => plainOf(field(name))
      if (part.querySelector("[name$=-DELETE]")?.checked) continue
      if (part.matches(".part-section")) texts.push(value("heading"), rich("body"))
      else if (part.matches(".part-quote") && value("placement") === "apart") texts.push(value("words"))
      else if (part.matches(".part-question")) {
        const answer = rich("answer")
        if (answer || value("open") !== "held") texts.push(value("question"), answer || value("open_wording") || stillOpen)
      }
    }
    return texts.join(" ")
  }

  function count() {
    const text = read()
    const words = text.split(/\s+/).filter(Boolean).length
    const isSpaced = !withoutSpaces.split(" ").includes((form.elements["language-code"].value || form.elements.language.value).split("-")[0])
    const minutes = Math.max(1, Math.ceil(isSpaced ? words / perMinute : text.length / signs))
    const inWords = window.ngettext("%s word", "%s words", words)
    const inMinutes = window.ngettext("%s minute to read", "%s minutes to read", minutes)
    const number = (of) => of.toLocaleString(document.documentElement.lang)
    const said = [...(isSpaced ? [inWords.replace("%s", number(words))] : []), inMinutes.replace("%s", number(minutes))]
    shown.textContent = said.join(" · ")
  }

  form.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(() => inPeace(count), WAIT)
  })
  count()
}
