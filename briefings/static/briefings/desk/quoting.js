/* Selected words of a section become a quote: it stands behind the section with its words, and with the speaker and the
   role that the desk proposes. Undone and done again like anything else. */
import { takeAway } from "desk/quotations"

const PATIENCE = 8000
const LEAVES = "\n"
const HISTORY = "history$" // what the editor's own undo and redo say of themselves
const ENDS = /^[\s“”„‟«»"‹›‚‘’,;]+|[\s“”„‟«»"‹›‚‘’,;]+$/gu

export function startQuoting(form, quotations) {
  const said = form.querySelector(".saved")

  async function quote(editor, section) {
    const { doc, selection } = editor.state
    const words = doc.textBetween(selection.from, selection.to, LEAVES, LEAVES)
    if (!words.replace(ENDS, "")) {
      said.textContent = window.gettext("Select the words that somebody said first.")
      return
    }
    const start = [...doc.textBetween(0, selection.from, LEAVES, LEAVES)].length
    said.textContent = window.gettext("Asking who said it …")
    const from = document.activeElement
    const at = quotations.sections().indexOf(section)
    const found = await quotations.ask({ at, start, words }, PATIENCE)
    const values = found?.[0] ?? { words: words.replace(ENDS, ""), speaker: "", person: "", kind: "", role: "" }
    place(editor, section, values, document.activeElement === from)
  }

  function place(editor, section, values, isHere = true) {
    const before = document.activeElement
    const part = quotations.add(section, values)
    if (isHere) quotations.focus(part)
    else before.focus({ preventScroll: true }) // whoever went on writing elsewhere is left there
    said.textContent = quotations.sentence(values)
    undoable(part, () => {
      takeAway(part)
      said.textContent = window.gettext("The quote is taken away again.")
      editor.commands.focus()
      redoable(editor, () => place(editor, section, values))
    })
  }

  /* As long as nothing was typed into it. */
  function undoable(part, takeBack) {
    const undo = (event) => {
      if (stepOf(event) !== "undo") return
      event.preventDefault()
      stop()
      takeBack()
    }
    const stop = () => {
      part.removeEventListener("keydown", undo)
      part.removeEventListener("input", stop)
    }
    part.addEventListener("keydown", undo)
    part.addEventListener("input", stop)
  }

  /* In the section, as long as nothing new was typed there: what the editor itself undid meanwhile, it does again first. */
  function redoable(editor, doAgain) {
    const surface = editor.view.dom
    let undone = 0
    const count = ({ transaction }) => {
      const step = transaction.getMeta(HISTORY)
      if (step) undone += step.redo ? -1 : 1
      if (undone < 0 || (!step && transaction.docChanged)) stop()
    }
    const redo = (event) => {
      if (stepOf(event) !== "redo" || undone > 0) return
      event.preventDefault()
      event.stopPropagation()
      stop()
      doAgain()
    }
    const stop = () => {
      editor.off("transaction", count)
      surface.removeEventListener("keydown", redo, { capture: true })
    }
    editor.on("transaction", count)
    surface.addEventListener("keydown", redo, { capture: true })
  }

  function begin(surface) {
    const textarea = surface.parentElement.querySelector("textarea")
    const section = surface.closest(".part-section")
    const bar = surface.parentElement.querySelector(".prose-menubar")
    if (!section || !bar || bar.querySelector("[data-quote]") || !textarea) return
    const button = document.createElement("button")
    Object.assign(button, { type: "button", className: "prose-menubar__button quote-button", textContent: "❝" })
    button.title = button.ariaLabel = window.gettext("Make a quote of the selected words (Alt+Shift+Q)")
    button.setAttribute("aria-keyshortcuts", "Alt+Shift+Q")
    button.dataset.quote = ""
    button.addEventListener("mousedown", (event) => event.preventDefault())
    button.addEventListener("click", () => quote(surface.editor, section))
    const group = document.createElement("div")
    group.className = "prose-menubar__group"
    group.append(button)
    bar.append(group)
  }

  document.addEventListener("prose-editor:ready", ({ detail: { editor } }) => begin(editor.view.dom))
  for (const surface of document.querySelectorAll(".part-section .prose-editor > .ProseMirror")) {
    if (surface.editor) begin(surface)
  }
  /* Option with a letter types another sign on a Mac: there the place of the key counts. */
  form.addEventListener(
    "keydown",
    (event) => {
      const isKey = event.key.toLowerCase() === "q" || (event.code === "KeyQ" && event.key.length === 1 && event.key > "\x7f")
      const surface = event.target.closest?.(".part-section .ProseMirror")
      if (!isKey || !surface || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      event.stopPropagation()
      quote(surface.editor, surface.closest(".part-section"))
    },
    { capture: true },
  )
}

/* What a key asks for: "undo", "redo", or nothing of the kind. */
function stepOf({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  const letter = key.toLowerCase()
  if (altKey || !(ctrlKey || metaKey)) return ""
  if (letter === "z") return shiftKey ? "redo" : "undo"
  return letter === "y" && !shiftKey ? "redo" : ""
}
