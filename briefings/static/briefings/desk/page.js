/* The page of a standing page: rich text, and nothing typed is lost by leaving. */
import { startLeaving } from "desk/leaving"
import { startRichText } from "desk/richtext"

startRichText()
startLeaving(document.getElementById("page_form"))
document.querySelector(".alert[tabindex]")?.focus()
