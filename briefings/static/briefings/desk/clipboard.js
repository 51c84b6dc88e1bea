/* Pasting and dropping into rich text. What another program copied is read by the desk, as a pasted draft is: the browser
   would take in what was hidden or struck, and the policy bars it from seeing how things were set apart. Plain text, and
   what was copied in the rich text of the desk, stay the editor's own. */
import { gettext, pm } from "django-prose-editor/editor"
import { read } from "desk/fragment"
import { fill, hold, startPlaces } from "desk/places"
import { remarkOf, toldOf } from "desk/remark"

const OURS = "data-desk-slice" // other programs are built on the same editor: its own sign says too little
const SLOW = 400 // ms: what takes longer is said to be under way
const SPACE = "[ \\u00a0]"
const underWay = new Set()

/* The blocks in `body`. A paragraph alone joins the text that it comes into, and whatever comes into one point of a list
   that point; otherwise blocks stay their own. */
function sliceOf(body, $from, $to) {
  const { DOMParser, Slice } = pm.model
  const parser = DOMParser.fromSchema($from.doc.type.schema)
  const { content } = parser.parseSlice(body, { context: $from, preserveWhitespace: true })
  const joins = $from.sharedDepth($to.pos) > 1 || (content.childCount === 1 && content.firstChild.isTextblock)
  return joins ? Slice.maxOpen(content) : new Slice(content, 0, 0)
}

/* Words out of the middle of a line keep the space at their ends, which stands in the clipboard's text alone. */
function withItsSpaces(body, text) {
  const [only, ...others] = body.children
  if (others.length || only?.tagName !== "P" || text.includes("\n")) return
  if (RegExp(`^${SPACE}`).test(text)) only.prepend(" ")
  if (RegExp(`${SPACE}$`).test(text)) only.append(" ")
}

function parsed(html, text) {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  withItsSpaces(body, text)
  return body
}

function plain(text) {
  const body = document.createElement("div")
  for (const line of text.split(/[\r\n]+/)) {
    if (line.trim()) body.append(Object.assign(document.createElement("p"), { textContent: line }))
  }
  return body
}

function sentence(because, text) {
  const what = text.trim()
    ? gettext("The text came without its formatting, because %s. What was hidden or struck out may stand in it: read it through.")
    : gettext("Nothing was pasted, because %s. Paste it again.")
  return what.replace("%s", because)
}

export function startClipboard(editor, textarea) {
  const remark = remarkOf(editor, textarea)
  const surface = editor.view.dom
  let last = Promise.resolve()
  let isPlain = false

  function put(place, text, found) {
    const body = found.html === undefined ? plain(text) : parsed(found.html, text)
    fill(editor, place, body.children.length ? ($from, $to) => sliceOf(body, $from, $to) : undefined)
    if (found.because) remark.sayPlain(sentence(found.because, text))
    else if (found.html) remark.say(...toldOf(found))
    else remark.say(gettext("What you pasted holds no words that a reader would see."), ...toldOf(found))
  }

  /* Several wait in their order. */
  async function paste(data, at = undefined) {
    const [html, text] = [data.getData("text/html"), data.getData("text/plain")]
    const before = last
    const place = hold(editor, at)
    const token = textarea.form.elements.csrfmiddlewaretoken.value
    textarea.dispatchEvent(new Event("input", { bubbles: true }))
    const slow = setTimeout(() => remark.sayPlain(gettext("Reading what you pasted …")), SLOW)
    const found = await read(html, { address: textarea.dataset.paste, token })
    await before
    clearTimeout(slow)
    put(place, text, found)
  }

  function take(event, data, at = undefined) {
    event.preventDefault()
    event.stopImmediatePropagation()
    const done = paste(data, at).finally(() => underWay.delete(done))
    underWay.add(done)
    last = done
  }

  const isForeign = (data) => {
    const html = data?.getData("text/html")
    return Boolean(html) && !html.includes(OURS) && editor.isEditable
  }
  const sign = ({ clipboardData, dataTransfer }) => {
    const data = clipboardData ?? dataTransfer
    const html = data?.getData("text/html")
    if (html) data.setData("text/html", html.replace("data-pm-slice", `${OURS} data-pm-slice`))
  }

  startPlaces(editor)
  for (const kind of ["copy", "cut", "dragstart"]) surface.addEventListener(kind, sign)
  for (const kind of ["keydown", "keyup"]) {
    surface.addEventListener(kind, ({ shiftKey, key }) => {
      isPlain = shiftKey && key !== "Insert"
    })
  }
  surface.addEventListener(
    "paste",
    (event) => {
      if (!isPlain && isForeign(event.clipboardData)) take(event, event.clipboardData)
    },
    { capture: true },
  )
  surface.addEventListener(
    "drop",
    (event) => {
      const at = editor.view.posAtCoords({ left: event.clientX, top: event.clientY })
      if (!at || editor.view.dragging || !isForeign(event.dataTransfer)) return
      take(event, event.dataTransfer, at.pos)
      editor.view.focus()
    },
    { capture: true },
  )
}

/* Nothing is sent without what was pasted into it a moment ago. */
document.addEventListener(
  "submit",
  async (event) => {
    if (!underWay.size) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { target, submitter } = event
    await Promise.all(underWay)
    target.requestSubmit(submitter)
  },
  { capture: true },
)
