// What a lost connection leaves on this device: encrypted with a key of the session, which is only ever in memory, and
// stored under the draft's id, which names nobody. When the session is over, nothing can open it any more.
const PREFIX = "polku-draft-";
const NONCE = 12; // bytes, as AES-GCM has it

let key = null;

// Fetches the key while there is a connection. Answers nothing when there is none to be had.
export function prepare() {
  key ??= fetchKey().catch(() => {
    key = null;
    return null;
  });
  return key;
}

async function fetchKey() {
  const answer = await fetch("/account/session-key", { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error("no session");
  const bytes = fromBase64((await answer.json()).key);
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

// Keeps a draft; tells whether it could.
export async function keep(id, draft) {
  const ready = await key;
  if (!ready) return false;
  try {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    const plain = new TextEncoder().encode(JSON.stringify(draft));
    const sealed = await crypto.subtle.encrypt(algorithm(nonce, id), ready, plain);
    localStorage.setItem(PREFIX + id, toBase64([...nonce, ...new Uint8Array(sealed)]));
    return true;
  } catch {
    return false; // The browser refuses storage, or it is full.
  }
}

export function forget(id) {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // The browser refuses storage: nothing was kept.
  }
}

// What is kept and can be opened. What another session left cannot be, and is thrown away.
export async function leftovers() {
  const ids = kept();
  if (ids.length === 0) return [];
  const ready = await prepare();
  if (!ready) return [];
  const found = [];
  for (const id of ids) {
    try {
      const bytes = fromBase64(localStorage.getItem(PREFIX + id));
      const plain = await crypto.subtle.decrypt(algorithm(bytes.slice(0, NONCE), id), ready, bytes.slice(NONCE));
      found.push({ id, draft: JSON.parse(new TextDecoder().decode(plain)) });
    } catch {
      forget(id);
    }
  }
  return found;
}

function kept() {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => name.slice(PREFIX.length));
  } catch {
    return [];
  }
}

// The id goes into the seal, so that one draft cannot be passed off as another.
function algorithm(iv, id) {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(id) };
}

function toBase64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
