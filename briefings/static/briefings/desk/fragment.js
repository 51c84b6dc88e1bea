/* What another program put into the clipboard, read by the desk; or a plain reason why it was not, within two seconds. */
import { gettext } from "django-prose-editor/editor"

const PATIENCE = 2000 // ms
const MOST = 1_000_000 // characters; more the desk does not take

const LATE = () => gettext("the desk did not answer within two seconds")
const LOST = () => gettext("the desk cannot be reached")
const LOGGED_OUT = () => gettext("your login has ended; log in in another tab before you save")
const NOT_ACCEPTED = () => gettext("the desk did not accept it; did you log in anew since?")
const TOO_LARGE = () => gettext("it is larger than the 1 MB that can be read while you wait")

function reason({ status }) {
  if (status === 413) return TOO_LARGE()
  if (status === 403) return NOT_ACCEPTED()
  return status >= 500 ? LOST() : LOGGED_OUT()
}

async function answered(html, { address, token, signal }) {
  const form = new FormData()
  form.append("csrfmiddlewaretoken", token)
  form.append("html", html)
  const answer = await fetch(address, { method: "POST", body: form, headers: { Accept: "application/json" }, signal })
  const isRead = answer.ok && answer.headers.get("Content-Type")?.includes("json")
  return isRead ? answer.json() : { because: reason(answer) }
}

/* `{html, left_out, around, findings}`, or `{because}`. */
export async function read(html, { address, token }) {
  if (html.length > MOST) return { because: TOO_LARGE() }
  const patience = new AbortController()
  const late = setTimeout(() => patience.abort(), PATIENCE)
  try {
    return await answered(html, { address, token, signal: patience.signal })
  } catch {
    return { because: patience.signal.aborted ? LATE() : LOST() }
  } finally {
    clearTimeout(late)
  }
}
