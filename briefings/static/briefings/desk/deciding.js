/* The page of a review. */
import { startComments } from "desk/comments"

document.documentElement.classList.add("scripted")
startComments(document)
document.querySelector(".alert[tabindex]")?.focus()
