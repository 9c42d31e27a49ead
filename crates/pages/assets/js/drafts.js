// Forms that keep drafts: what is typed is saved on the server a moment after typing stops. When the connection is
// lost it is kept on this device, encrypted, until it can be saved. The line with data-draft tells what became of it.
import { forget, keep, leftovers, prepare } from "./kept.js";

const PAUSE = 2000; // ms after the last key
const AGAIN = 10000; // ms until the next try when a save did not succeed
const RECENT = 5 * 60000; // ms for which the session is taken to be there after it answered

export function drafts(page) {
  const lines = [...page.querySelectorAll("[data-draft]")];
  for (const line of lines) new Draft(line).watch();
  sendLeftovers(lines[0]);
}

class Draft {
  constructor(line) {
    this.line = line;
    this.form = line.closest("form");
    this.address = line.dataset.draft;
    this.version = Number(this.form.elements.draft_version.value);
    this.answered = performance.now();
    this.changed = false;
    this.failed = false;
    this.saving = null;
    this.timer = 0;
  }

  watch() {
    // A field with autofocus may have the focus before anyone listens.
    if (this.form.contains(document.activeElement)) prepare();
    else this.form.addEventListener("focusin", () => prepare(), { once: true });
    this.form.addEventListener("input", () => this.touched());
    this.form.addEventListener("submit", (event) => this.submitted(event));
    addEventListener("online", () => this.failed && this.save());
    addEventListener("pagehide", () => clearTimeout(this.timer));
  }

  touched() {
    this.changed = true;
    this.later(PAUSE);
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  // One at a time: what is typed meanwhile is saved by the next.
  save() {
    clearTimeout(this.timer);
    this.saving ??= this.send().finally(() => {
      this.saving = null;
      if (this.changed) this.later(this.failed ? AGAIN : PAUSE);
    });
    return this.saving;
  }

  async send() {
    this.changed = false;
    const draft = { address: this.address, version: this.version, body: typed(this.form) };
    const outcome = await put(draft);
    if (outcome.saved) return this.saved(outcome.saved);
    if (outcome.status === 412) return this.besideTheOther();
    this.changed = true;
    this.failed = true;
    if (outcome.status === undefined || outcome.status >= 500) {
      const isKept = await keep(idOf(this.address), draft);
      this.tell(isKept ? "keptHere" : "onlyHere");
    } else {
      this.tell(outcome.status === 401 ? "signedOut" : "refused");
    }
  }

  saved({ version, told }) {
    this.failed = false;
    this.answered = performance.now();
    this.version = version;
    this.form.elements.draft_version.value = version;
    this.line.textContent = told;
    forget(idOf(this.address));
  }

  // Another device saved this draft first, or finished it: what is typed here becomes a draft of its own.
  besideTheOther() {
    const id = crypto.randomUUID();
    forget(idOf(this.address));
    this.address = this.address.replace(/[^/]+$/, id);
    this.version = 0;
    this.form.elements.draft.value = id;
    return this.send();
  }

  // What is under way must not arrive after the form, and a form must not be sent into nothing.
  submitted(event) {
    clearTimeout(this.timer);
    if (event.defaultPrevented) return;
    const isSure = !this.failed && navigator.onLine && performance.now() - this.answered < RECENT;
    if (!this.saving && isSure) return;
    event.preventDefault();
    const submitter = event.submitter;
    this.save().then(() => {
      if (this.failed) return;
      clearTimeout(this.timer);
      this.form.requestSubmit(submitter);
    });
  }

  tell(what) {
    this.line.textContent = this.line.dataset[what];
  }
}

function typed(form) {
  const data = new FormData(form);
  const fields = {};
  for (const name of new Set(data.keys())) fields[name] = data.getAll(name).map(String);
  return { kind: data.get("draft_kind"), target: data.get("draft_target"), fields };
}

// What the server saved, or the status with which it did not; no status when it was not reached.
async function put({ address, version, body }) {
  const expects = version > 0 ? { "if-match": `"${version}"` } : { "if-none-match": "*" };
  try {
    const answer = await fetch(address, {
      method: "PUT",
      headers: { "content-type": "application/json", ...expects },
      body: JSON.stringify(body),
    });
    return answer.ok ? { saved: await answer.json() } : { status: answer.status };
  } catch {
    return {};
  }
}

// What an earlier page left on this device. What can be saved now is; what nobody may see any more is thrown away.
async function sendLeftovers(line) {
  for (const { id, draft } of await leftovers()) {
    let outcome = await put(draft);
    if (outcome.status === 412) {
      const address = draft.address.replace(/[^/]+$/, crypto.randomUUID());
      outcome = await put({ ...draft, address, version: 0 });
    }
    const isLost = [403, 404, 422].includes(outcome.status);
    if (outcome.saved || isLost) forget(id);
    if (outcome.saved && line) line.textContent = line.dataset.restored;
  }
}

function idOf(address) {
  return address.slice(address.lastIndexOf("/") + 1);
}
