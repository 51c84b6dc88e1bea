/* The page of a standing page: rich text, and nothing typed is lost by leaving. */
import { startLeaving } from "desk/leaving"
import { startRichText } from "desk/richtext"

startRichText()
startLeaving(document.getElementById("page_form"))
/* Not from under whoever began to type already. */
if (document.activeElement === document.body) document.querySelector(".alert[tabindex]")?.focus()
