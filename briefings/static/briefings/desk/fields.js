/* What stands in a field beside what the desk sent for it. */

/* Whether somebody changed it; so did a browser that brought back what was typed. */
export function isChanged(field) {
  if (!field.matches("input:not([type=hidden]), select, textarea")) return false
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked
  if (!field.options) return field.value !== field.defaultValue
  const sent = [...field.options].findLast((option) => option.defaultSelected) ?? field.options[0]
  return field.value !== sent?.value
}

/* Goes on in a field that came anew while one typed. Of what was typed in the old one the browser tells no more: this one
   does when it is left. */
export function goOnTyping(field, [value, ...selection]) {
  field.value = value
  field.setSelectionRange(...selection)
  let isTold = !isChanged(field)
  field.addEventListener("change", () => {
    isTold = true
  })
  field.addEventListener("blur", () => {
    if (!isTold) field.dispatchEvent(new Event("change", { bubbles: true }))
  })
}
