/* Selected words of a section become a quote: it stands behind the section with its words, and with the speaker and the
   role that the desk proposes. Undone like anything else. */
import { takeAway } from "desk/quotations"

const PATIENCE = 8000
const LEAVES = "\n"
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
    const [place, isHere] = [document.activeElement, document.activeElement === from]
    const part = quotations.add(section, values)
    if (isHere) quotations.focus(part)
    else place.focus({ preventScroll: true }) // whoever went on writing elsewhere is left there
    said.textContent = quotations.sentence(values)
    undoable(part, () => editor.commands.focus())
  }

  /* As long as nothing was typed into it. */
  function undoable(part, back) {
    const undo = (event) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z"
      if (!isUndo) return
      event.preventDefault()
      stop()
      takeAway(part)
      said.textContent = window.gettext("The quote is taken away again.")
      back()
    }
    const stop = () => {
      part.removeEventListener("keydown", undo)
      part.removeEventListener("input", stop)
    }
    part.addEventListener("keydown", undo)
    part.addEventListener("input", stop)
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
