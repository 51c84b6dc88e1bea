/* Rich text: what screen readers say of it, as of any other field and its buttons, and what is pasted into it. */
import { startClipboard } from "desk/clipboard"
import { startLinking } from "desk/linking"

export function startRichText() {
  document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => begin(editor, textarea))
  /* Those that were ready before this script was. */
  for (const surface of document.querySelectorAll(".prose-editor > .ProseMirror")) {
    if (surface.editor) begin(surface.editor, surface.parentElement.querySelector("textarea"))
  }
}

function begin(editor, textarea) {
  name(editor, textarea)
  startClipboard(editor, textarea)
  startLinking(textarea)
}

function name(editor, textarea) {
  const label = document.querySelector(`label[for="${textarea.id}"]`)
  editor.setOptions({
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label ? label.textContent.trim() : "" },
    },
  })
  label?.addEventListener("click", () => editor.commands.focus())
  for (const button of textarea.parentElement.querySelectorAll(".prose-menubar button, .prose-menubar [title]")) {
    if (!button.getAttribute("aria-label") && button.title) button.setAttribute("aria-label", button.title)
  }
  const bar = textarea.parentElement.querySelector(".prose-menubar")
  if (!bar) return
  sayWhatIsOff(bar)
  new MutationObserver(() => sayWhatIsOff(bar)).observe(bar, { attributeFilter: ["class"], subtree: true })
}

/* The editor greys its buttons out by a class alone. */
function sayWhatIsOff(bar) {
  for (const button of bar.querySelectorAll(".prose-menubar__button")) {
    button.ariaDisabled = button.classList.contains("disabled") ? "true" : null
  }
}

/* Put `html` into the rich text over `textarea`. */
export function setRichText(textarea, html) {
  const surface = textarea.parentElement.querySelector(".ProseMirror")
  if (surface?.editor) surface.editor.commands.setContent(html, { emitUpdate: true })
  textarea.value = html
}
