/* Two texts to choose from: rich text where both are combined by hand, which is chosen by beginning to write there. */
import { startRichText } from "desk/richtext"

startRichText()
for (const combined of document.querySelectorAll(".difference .combined")) {
  const choice = combined.querySelector("input[type=radio]")
  combined.querySelector(".fields").addEventListener("focusin", () => (choice.checked = true))
}
