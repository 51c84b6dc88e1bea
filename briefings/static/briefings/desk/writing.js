/* The writing page. The block editor's modules are started here and not by its own start, which writes a style into the
   page (the policy bars that) and offers to copy rows past the form (the desk refuses that). */
import { initContext } from "content-editor/context"
import { DragDrop } from "content-editor/dragdrop"
import { Machine } from "content-editor/machine"
import { Regions } from "content-editor/regions"
import { Sections } from "content-editor/sections"
import { qs } from "content-editor/utils"
import { startArranging } from "desk/arranging"
import { startBlocks } from "desk/blocks"
import { startCarrying } from "desk/carrying"
import { startChips } from "desk/chips"
import { startComments } from "desk/comments"
import { startConfirming } from "desk/confirming"
import { startCounting } from "desk/counting"
import { startFinding } from "desk/finding"
import { startKeeping } from "desk/keeping"
import { startLeaving } from "desk/leaving"
import { startNames } from "desk/names"
import { startPanel } from "desk/panel"
import { startPictures } from "desk/pictures"
import { startPreviewPane } from "desk/preview_pane"
import { startProposals } from "desk/proposals"
import { proposals } from "desk/quotations"
import { startQuoting } from "desk/quoting"
import { startRichText } from "desk/richtext"
import { startSaving } from "desk/saving"
import { startShortcuts } from "desk/shortcuts"
import { startStyle } from "desk/style"
import { startToolbars } from "desk/toolbars"

function startBlockEditor() {
  const editor = initContext()
  const machine = new Machine(editor)
  const sections = new Sections(editor, machine)
  const dragdrop = new DragDrop(editor, machine, sections)
  const regions = new Regions(editor, machine)
  machine.wire({ sections, regions, dragdrop })
  editor.addPluginButton = (prefix, icon, starting) => regions.addPluginButton(prefix, icon, starting)

  machine.reorderInlines(editor.plugins.map((plugin) => document.getElementById(`${plugin.prefix}-group`)))
  for (const plugin of editor.plugins) {
    document.getElementById(`${plugin.prefix}-group`).hidden = true
    editor.addPluginButton(plugin.prefix, plugin.button, true)
  }
  regions.assignToInlines()
  regions.initTabs()
  regions.selectInitial(undefined)
  return { editor, machine, regions }
}

/* A briefing to be begins in its headline. */
const begun = (form) => form.elements.briefing && form.elements.headline

startRichText()

/* After Django's own script, which sets up the forms to be added when the page is ready. */
django.jQuery(() => {
  const form = document.getElementById("draft_form")
  document.documentElement.classList.add("scripted")
  const blocks = startBlocks(form, startBlockEditor())
  const quotations = proposals(form, blocks)
  startCarrying(form)
  startConfirming(form)
  startQuoting(form, quotations)
  startFinding(form, quotations)
  startNames(form)
  startChips(form)
  startToolbars(form)
  startArranging(form, blocks)
  startPreviewPane(form)
  startShortcuts(form)
  startCounting(form)
  startProposals(form)
  startPanel(form)
  startPictures(form)
  startStyle(form)
  startComments(form)
  const leaving = startLeaving(form, { inBackground: true })
  startSaving(form, startKeeping(form), leaving)
  /* Not from under whoever began to type already. */
  if (document.activeElement === document.body) (qs(".alert[tabindex]", form) ?? begun(form))?.focus()
})
