/* Pasting a draft: what the clipboard holds beside the text is kept, a dropped file is shown by name. */
const form = document.getElementById("paste_form")
const [text, html, file] = ["text", "html", "file"].map((name) => form.elements[name])
const choice = form.querySelector(".pasted-as")
const alert = form.querySelector(".alert.client")
const drop = form.querySelector(".drop")
const [dropped, letGo] = [form.querySelector(".dropped"), form.querySelector("[data-no-file]")]
const HOLDS_MORE = /<(h[1-6]|a|b|strong|em|i|ul|ol|table|p)[\s>]/i
const size = (...texts) => new Blob(texts).size
let pasting = false

function keep(copied) {
  html.value = copied
  choice.hidden = !copied
}

function showFile() {
  const [chosen] = file.files
  dropped.textContent = chosen ? dropped.dataset.dropped.replace("%s", chosen.name) : ""
  letGo.hidden = !chosen
  alert.hidden = true
}

/* The clipboard's HTML stands for the whole field: only what was pasted into an empty one, and not touched since. */
text.addEventListener("paste", (event) => {
  const copied = event.clipboardData?.getData("text/html") ?? ""
  const isWhole = !text.value.slice(0, text.selectionStart).trim() && !text.value.slice(text.selectionEnd).trim()
  keep(isWhole && HOLDS_MORE.test(copied) ? copied : "")
  pasting = true
})
text.addEventListener("input", () => {
  if (!pasting) keep("")
  pasting = false
})

file.addEventListener("change", showFile)
letGo.addEventListener("click", () => {
  file.value = ""
  showFile()
  file.focus()
})

/* A file dropped beside the zone would take the page out of the window. */
for (const kind of ["dragover", "drop"]) {
  window.addEventListener(kind, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return
    const isInside = drop.contains(event.target)
    event.preventDefault()
    drop.classList.toggle("dropping", kind === "dragover" && isInside)
    if (!isInside) event.dataTransfer.dropEffect = "none"
    else if (kind === "drop" && event.dataTransfer.files.length) {
      file.files = event.dataTransfer.files
      showFile()
    }
  })
}
window.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) drop.classList.remove("dropping")
})

form.addEventListener("submit", (event) => {
  const { most, mostPasted } = form.dataset
  if (size(text.value, html.value) > Number(mostPasted)) keep("")
  if ((file.files[0]?.size ?? 0) <= Number(most) && size(text.value) <= Number(mostPasted)) return
  event.preventDefault()
  alert.textContent = alert.dataset.tooLarge
  alert.hidden = false
  alert.scrollIntoView({ block: "center" })
})

document.documentElement.classList.add("scripted")
document.querySelector(".errorlist")?.closest(".form-row")?.querySelector("textarea, input")?.focus()
if (!document.querySelector(".errorlist")) text.focus()
