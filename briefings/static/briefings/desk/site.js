/* The accents of the site: a picker beside each value, the contrast told while one chooses, links on both grounds. */
const LEAST = 4.5

function light(channel) {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => light(parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/* #rrggbb of what is typed; null while it is no colour yet. */
function read(typed, own) {
  const value = typed.trim().toLowerCase().replace(/^#?/, "#")
  if (value === "#") return own
  if (/^#[0-9a-f]{3}$/.test(value)) return `#${[...value.slice(1)].map((digit) => digit + digit).join("")}`
  return /^#[0-9a-f]{6}$/.test(value) ? value : null
}

function start(scheme) {
  const text = scheme.querySelector("[name^=accent]")
  const picker = scheme.querySelector("[type=color]")
  const [figure, swatch] = [scheme.querySelector(".figure"), scheme.querySelector(".swatch")]
  const grounds = scheme.dataset.grounds.split(" ")
  const { own } = scheme.dataset

  function show() {
    const colour = read(text.value, own)
    if (!colour) return
    picker.value = colour
    const worst = Math.min(...grounds.map((ground) => contrast(colour, ground)))
    const passes = worst >= LEAST
    const sentence = passes ? swatch.dataset.passes : swatch.dataset.fails
    const told = (Math.floor(worst * 10) / 10).toFixed(1)
    figure.textContent = sentence.replace("%(colour)s", colour).replace("%(contrast)s", told)
    figure.classList.toggle("fails", !passes)
    for (const link of swatch.querySelectorAll(".link")) link.style.color = colour
    swatch.style.borderInlineStartColor = colour
  }

  swatch.querySelector(".paper").style.backgroundColor = grounds[0]
  swatch.querySelector(".tint").style.backgroundColor = grounds[1]
  picker.addEventListener("input", () => {
    text.value = picker.value
    show()
  })
  text.addEventListener("input", show)
  picker.hidden = swatch.hidden = false
  show()
}

for (const scheme of document.querySelectorAll(".scheme")) start(scheme)
/* Not from under whoever began to type already. */
if (document.activeElement === document.body) document.querySelector(".alert[tabindex]")?.focus()
