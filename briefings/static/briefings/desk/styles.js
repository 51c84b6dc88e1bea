/* Comes before the rich text editor: it writes its styles into the page unless such an element is there already, and the
   policy bars that. This one is of no namespace that has styles, so nothing is applied and nothing refused; the rules
   themselves stand in writing.css. */
const claimed = document.createElementNS("urn:none", "style")
claimed.setAttribute("data-tiptap-style", "")
document.head.append(claimed)
