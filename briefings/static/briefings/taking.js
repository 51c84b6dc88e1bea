// Puts buttons on a page that copy a link, a quotation or an address, and beside them, where the site takes reports of
// errors, links that name the part. Its words come with its own element.
(() => {
  const words = document.currentScript.dataset
  const report = document.querySelector(".report a")
  const status = document.createElement("p")
  status.className = "unseen visually-hidden"
  status.setAttribute("role", "status")
  document.body.append(status)

  function named(element, name) {
    if (name) element.setAttribute("aria-label", `${element.textContent} (${name.trim().slice(0, 80)})`)
    return element
  }

  function copier(label, text, name) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = words.button ?? ""
    button.textContent = label
    button.addEventListener("click", async () => {
      const said = await navigator.clipboard.writeText(text).then(() => words.copied, () => words.failed)
      status.textContent = button.textContent = said
      setTimeout(() => {
        status.textContent = ""
        button.textContent = label
      }, 4000)
    })
    return named(button, name)
  }

  function tools(tag, { label, text, name, key }) {
    const row = document.createElement(tag)
    row.className = "tools"
    // A page that came without TLS has no clipboard.
    if (navigator.clipboard) row.append(copier(label, text, name))
    if (report && key) {
      const link = report.cloneNode(true)
      link.href += encodeURIComponent(`#${key}`)
      row.append(named(link, name))
    }
    return row.hasChildNodes() ? [row] : []
  }

  document.querySelector(".h-entry .facts")?.append(...tools("li", { label: words.copyLink, text: words.url }))
  for (const self of document.querySelectorAll(".self")) {
    const part = self.closest("[id]")
    const text = `${words.url}#${part.id}`
    self.parentElement.after(...tools("p", { label: words.copyLink, text, name: self.textContent, key: part.id }))
  }
  for (const quote of document.querySelectorAll("[data-quotation]")) {
    const text = quote.dataset.quotation
    // One in a section is reported with its section.
    const key = quote.closest(".pull")?.id
    quote.append(...tools("p", { label: words.copyQuotation, text, name: text, key }))
  }
  for (const code of document.querySelectorAll("[data-address]")) {
    const text = code.textContent
    code.parentElement.append(...tools("p", { label: words.copyAddress, text, name: text }))
  }
})()
