/* Talking to the desk about pictures. Whatever happens, the answer holds the picture or a sentence on why not. */
const LOST = () => window.gettext("The desk cannot be reached. Nothing is lost: try again in a moment.")
export const LOGGED_OUT = () => window.gettext("Your login has ended. Log in in another tab, then try again.")
const NOT_ACCEPTED = () =>
  window.gettext("Not accepted: did you log in anew since? Save the text first, then try again.")
const TOO_LARGE = () => window.gettext("Save the picture smaller, as JPEG of at most 10 MB: this file is larger.")

/* What an answer says; null where it broke off. */
function whole(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function understood(status, type, text) {
  if ((type ?? "").includes("json")) return whole(text) ?? { error: LOST() }
  if (status === 413) return { error: TOO_LARGE() }
  if (status === 403) return { error: NOT_ACCEPTED(), isRefused: true }
  return { error: status === 0 || status >= 500 ? LOST() : LOGGED_OUT() }
}

/* What the desk answers to a form, or to a question where none is given. */
export async function ask(address, form = undefined) {
  const options = { method: form ? "POST" : "GET", body: form, headers: { Accept: "application/json" } }
  const answer = await fetch(address, options).catch(() => null)
  const text = await answer?.text().catch(() => null)
  if (text == null) return { error: LOST() }
  return understood(answer.status, answer.headers.get("Content-Type"), text)
}

/* Upload a file; `progress` is told how much of it is there, from 0 to 1. */
export function upload(file, { address, most, token, progress }) {
  if (file.size > most) return Promise.resolve({ error: TOO_LARGE() })
  const form = new FormData()
  form.append("csrfmiddlewaretoken", token)
  form.append("file", file, file.name)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open("POST", address)
    request.setRequestHeader("Accept", "application/json")
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(total ? loaded / total : 0))
    request.addEventListener("loadend", () => {
      resolve(understood(request.status, request.getResponseHeader("Content-Type"), request.responseText))
    })
    request.send(form)
  })
}
