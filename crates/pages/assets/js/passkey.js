// Passkeys: fetches an offer, asks the device, puts its answer into the form and lets the form go on its way.
const known = globalThis.PublicKeyCredential;
const able = known && "parseRequestOptionsFromJSON" in known && "parseCreationOptionsFromJSON" in known;

for (const part of document.querySelectorAll("[data-passkey]")) {
  if (able) part.querySelector("form").addEventListener("submit", (event) => ask(event, part));
  else part.hidden = true;
}

async function ask(event, part) {
  event.preventDefault();
  const form = event.target;
  const told = part.querySelector(":scope > .error");
  told.hidden = true;
  try {
    const offer = await fetchOffer(part.dataset.offer);
    const credential = await answer(part.dataset.passkey, offer.options.publicKey);
    form.elements.challenge.value = offer.challenge;
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch {
    told.textContent = part.dataset.failed;
    told.hidden = false;
  }
}

async function fetchOffer(address) {
  const response = await fetch(address, { method: "POST", redirect: "error" });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

function answer(does, options) {
  return does === "create"
    ? navigator.credentials.create({ publicKey: known.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(options) });
}
