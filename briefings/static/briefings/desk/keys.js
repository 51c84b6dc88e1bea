/* The keys of the review: on a line, on words in quotation marks, and anywhere. */
const ROLES = { h: "headline", l: "lede", s: "heading", t: "text", p: "text", q: "question", a: "answer", x: "unplaced" }

export function startKeys({ lines, lineAt, focusLine, nextGuess, confirm, quote, decide, cut }) {
  function onLine(line, key) {
    const address = line.dataset.address
    const at = lines().indexOf(line)
    if (key === "ArrowDown" || key === "ArrowUp") return focusLine(lines()[at + (key === "ArrowDown" ? 1 : -1)])
    if (key === "j" && at) {
      const before = lines()[at - 1].dataset.address
      return decide([["do", `join ${address}`]], () => focusLine(lineAt(before)))
    }
    if (key === "k") return cut(line)
    if (key === "m") return quote(line.querySelector("[data-quote]")?.closest(".said"))
    if (key === "i" && line.querySelector("[data-take]")) {
      const before = lines()[at - 1]?.dataset.address
      return decide([["do", `take ${address}`]], () => focusLine(lineAt(address) ?? lineAt(before)))
    }
    const select = line.querySelector("[name^=role-]")
    const role = key === "c" || key === "Enter" ? select.value : ROLES[key]
    if (!role) return false
    const next = key === "c" || key === "Enter" ? lines()[at + 1]?.dataset.address : address
    return decide([[select.name, role]], () => focusLine(lineAt(next ?? address)))
  }

  function onGuess(said, key, target) {
    if (key === "c" || (key === "Enter" && !target.matches("summary, select"))) return confirm(said) ?? true
    if (key === "p") return nextGuess(true) || true
    if (key === "m") return quote(said)
    if (key === "ArrowDown" || key === "ArrowUp") return onLine(said.closest(".line"), key)
    return false
  }

  document.addEventListener("keydown", (event) => {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const [said, isTyping] = [target.closest?.(".said"), target.matches?.("input[type=text]")]
    let done = false
    if (isTyping && key === "Enter") done = confirm(said) ?? true
    else if (isTyping && key === "Escape") done = said.querySelector("summary").focus() ?? true
    else if (isTyping || target.matches?.("select")) return
    else if (key === "n") done = nextGuess() || true
    else if (key === "N") done = nextGuess(true) || true
    else if (said) done = onGuess(said, key, target)
    else if (target.matches?.(".line")) done = onLine(target, key)
    if (done) event.preventDefault()
  })
}
