/* Places in a text that wait for what was pasted there, while one goes on writing. A place is taken along by whatever
   happens around it; selected words that the paste is to replace stay marked until then, and are let be once somebody
   changed them. */
import { pm, selectionToInsertionEnd } from "django-prose-editor/editor"

const { PluginKey, Plugin, Selection, TextSelection } = pm.state
const { Decoration, DecorationSet } = pm.view
const { closeHistory } = pm.history
const key = new PluginKey("places")
let made = 0

/* What is pasted earlier stands before what is pasted later, and what is typed meanwhile after both. */
function moved({ id, from, to }, tr, before, side) {
  const [start, end, at] = [tr.mapping.map(from, 1), tr.mapping.map(to, -1), tr.mapping.map(from, side)]
  const isUntouched = from < to && start < end && before.slice(from, to).eq(tr.doc.slice(start, end))
  return isUntouched ? { id, from: start, to: end } : { id, from: at, to: at }
}

export function startPlaces(editor) {
  editor.registerPlugin(
    new Plugin({
      key,
      state: {
        init: () => [],
        apply(tr, places, { doc }) {
          const { holds, fills } = tr.getMeta(key) ?? {}
          const others = places.filter(({ id }) => id !== fills)
          const kept = tr.docChanged ? others.map((place) => moved(place, tr, doc, fills ? 1 : -1)) : others
          return holds ? [...kept, holds] : kept
        },
      },
      props: {
        decorations(state) {
          const selected = key.getState(state).filter(({ from, to }) => from < to)
          return DecorationSet.create(
            state.doc,
            selected.map(({ from, to }) => Decoration.inline(from, to, { class: "waiting" })),
          )
        },
      },
    }),
  )
}

/* Hold the place of the selection, or `at`; its id. The caret goes behind it, so that what is typed on replaces nothing. */
export function hold({ view }, at = undefined) {
  const { doc, selection, tr } = view.state
  const { $from, $to } = at === undefined ? selection : { $from: doc.resolve(at), $to: doc.resolve(at) }
  const { from, to } = TextSelection.between($from, $to)
  const holds = { id: ++made, from, to }
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(to), -1)).setMeta(key, { holds }))
  return holds.id
}

/* A list that is selected whole goes whole: what replaces its text is no point of it. */
const isAll = (doc, from, to) => from <= Selection.atStart(doc).from && to >= Selection.atEnd(doc).to

/* Put the slice that `make` makes for the place there: one step to undo. Without a slice the place is let go as it is. */
export function fill({ view }, id, make) {
  const { state } = view
  const { from, to } = key.getState(state).find((place) => place.id === id)
  const slice = make?.(state.doc.resolve(from), state.doc.resolve(to))
  const tr = closeHistory(state.tr).setMeta(key, { fills: id }).setMeta("preventAutolink", true)
  if (slice?.size) {
    const isHere = state.selection.empty && state.selection.from === to
    if (from < to && isAll(state.doc, from, to)) tr.replaceWith(0, state.doc.content.size, slice.content)
    else tr.replaceRange(from, to, slice)
    if (isHere) selectionToInsertionEnd(tr, 0, -1)
    if (isHere && view.hasFocus()) tr.scrollIntoView()
  }
  view.dispatch(tr)
  view.dispatch(closeHistory(view.state.tr))
}
