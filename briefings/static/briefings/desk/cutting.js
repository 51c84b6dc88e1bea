/* Cutting a line where its words are pointed at. Without a place, the line's own page offers its sentences. */
export function startCutting(review, decide) {
  /* Where in the text of a line the selection begins, at the start of its word; 0 where it is in no such place. */
  function offsetIn(line) {
    const selection = document.getSelection()
    const words = line?.querySelector(".line-words")
    if (!selection.rangeCount || !words?.contains(selection.anchorNode)) return 0
    const before = document.createRange()
    before.selectNodeContents(words)
    const marker = words.querySelector(".marker")
    if (marker) before.setStartAfter(marker)
    const { startContainer, startOffset } = selection.getRangeAt(0)
    if (marker?.contains(startContainer)) return 0
    before.setEnd(startContainer, startOffset)
    const text = before.toString()
    return [...text.slice(0, text.search(/\S*$/))].length // in code points, as the desk counts
  }

  function cut(line) {
    const offset = offsetIn(line)
    if (!offset) {
      const page = line.querySelector(".line-tools a") // what the draft does not show has none
      if (page) location.assign(page.href)
      return Boolean(page)
    }
    const { address } = line.dataset
    decide([["do", "cut"], ["cut", `${address}:${offset}`]])
    return true
  }

  document.addEventListener("selectionchange", () => {
    const here = document.getSelection().anchorNode?.parentElement?.closest(".line")
    for (const button of review.querySelectorAll("[data-cut]")) {
      const line = button.closest(".line")
      button.hidden = line !== here || !offsetIn(line)
    }
  })
  /* The press must not take the selection away. */
  review.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-cut]")) event.preventDefault()
  })
  review.addEventListener("click", ({ target }) => {
    if (target.closest("[data-cut]")) cut(target.closest(".line"))
  })
  return { cut }
}
