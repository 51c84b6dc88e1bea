/* What a day and a time of the newsroom mean, and how a moment is said by its clock and in UTC. */
const WALL = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }

function parts(moment, options) {
  const format = new Intl.DateTimeFormat(options.language ?? "en", options)
  return Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]))
}

/* As the field writes it: 2026-12-01T06:00. */
function wallOf(moment, zone) {
  const { year, month, day, hour, minute } = parts(moment, { ...WALL, timeZone: zone })
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/* The one moment that is typed, if it is one: where the clocks skip it or show it twice, the server asks. */
export function onlyMoment(field) {
  const typed = field.value
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed)) return null
  const universal = Date.parse(`${typed}Z`)
  try {
    const offsets = new Set([-26, 26].map((hours) => {
      const near = universal + hours * 3600e3
      return Date.parse(`${wallOf(new Date(near), field.dataset.zone)}Z`) - Math.floor(near / 60e3) * 60e3
    }))
    const meant = [...offsets]
      .map((offset) => new Date(universal - offset))
      .filter((moment) => wallOf(moment, field.dataset.zone) === typed)
    return meant.length === 1 ? meant[0] : null
  } catch {
    return null // a browser that does not know the zone
  }
}

/* “Tue 1 Dec 06:00 (05:00 UTC)”, with the year where it is another. */
export function inBothClocks(moment, zone) {
  const [here, there] = [said(moment, zone), said(moment, "UTC")]
  const isThisYear = here.year === said(new Date(), zone).year
  const shown = `${here.day}${isThisYear ? "" : ` ${here.year},`} ${here.time}`
  if (here.day + here.time === there.day + there.time) return `${shown} UTC`
  return `${shown} (${here.day === there.day ? "" : `${there.day} `}${there.time} UTC)`
}

function said(moment, zone) {
  const language = document.documentElement.lang || "en"
  const shown = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }
  const { weekday, day, month, hour, minute } = parts(moment, { ...shown, language, timeZone: zone })
  const date = language.startsWith("de") ? `${weekday}, ${day}. ${month}` : `${weekday} ${day} ${month}`
  return { day: date, time: `${hour}:${minute}`, year: wallOf(moment, zone).slice(0, 4) }
}
