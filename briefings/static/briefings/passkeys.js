/* Asks the browser to make a passkey, or to show one, and sends its answer with the form.

   A form says which by `data-passkey` (create or get). The question comes from the form's own address; the answer goes
   into its hidden field. Without this script the form stays as it is, with its other ways. */

const BYTES = ["challenge", "id"];

function toBytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function toText(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/* The question as the browser takes it: what is bytes comes as text. */
function withBytes(question) {
  const made = { ...question };
  for (const name of BYTES) if (typeof made[name] === "string") made[name] = toBytes(made[name]);
  if (made.user) made.user = withBytes(made.user);
  for (const name of ["excludeCredentials", "allowCredentials"]) {
    if (made[name]) made[name] = made[name].map(withBytes);
  }
  return made;
}

/* The browser's answer as JSON: what is bytes goes as text. */
function asJson(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = toText(credential.response[name]);
  }
  const said = { id: credential.id, rawId: toText(credential.rawId), type: credential.type, response };
  return JSON.stringify({ ...said, clientExtensionResults: credential.getClientExtensionResults() });
}

async function questionFor(form) {
  const asking = new FormData(form);
  asking.set(form.dataset.ask || "do", "ask");
  const answer = await fetch(form.getAttribute("action") || location.href, { method: "POST", body: asking });
  if (!answer.ok || !(answer.headers.get("Content-Type") || "").startsWith("application/json")) location.reload();
  return withBytes((await answer.json()).publicKey);
}

async function use(form, button) {
  const refusal = form.querySelector("[role=alert]");
  refusal.hidden = true;
  button.disabled = true;
  try {
    const publicKey = await questionFor(form);
    const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
    form.elements[form.dataset.answer || "answer"].value = asJson(credential);
    HTMLFormElement.prototype.submit.call(form);  // a field may have that name
  } catch {
    refusal.textContent = form.dataset.failed;
    refusal.hidden = false;
    button.disabled = false;
    button.focus();
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const beside = form.querySelector("[data-use]");
    const button = beside || form.querySelector("[type=submit]");
    button.hidden = false;
    (beside || form).addEventListener(beside ? "click" : "submit", (event) => {
      event.preventDefault();
      use(form, button);
    });
  }
}
