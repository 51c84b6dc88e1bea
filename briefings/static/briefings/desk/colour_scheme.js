/* A page within the page, light or dark as one likes: whatever the browser prefers, and however it treats frames. */
const ASKS = /\(prefers-color-scheme:\s*(\w+)\)/g
const ALWAYS = "(min-width: 0px)"
const NEVER = "(max-width: 0px)"

/* The rules of a document that ask for a scheme, with what they ask. */
export function rulesByScheme({ styleSheets, adoptedStyleSheets }) {
  return [...styleSheets, ...adoptedStyleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule.media?.mediaText.includes("prefers-color-scheme"))
    .map((rule) => [rule, rule.media.mediaText])
}

export function paint({ documentElement }, rules, scheme) {
  documentElement.style.colorScheme = scheme
  for (const [rule, asked] of rules) {
    rule.media.mediaText = asked.replace(ASKS, (_asks, wanted) => (wanted === scheme ? ALWAYS : NEVER))
  }
}
