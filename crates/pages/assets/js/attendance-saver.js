// Saves marks one batch after the other. What could not be saved stays on the page, is seen as such, and is sent again;
// nothing is left behind in the browser.
import { Cell } from "./attendance-cell.js";

const TRY_AGAIN = 15000;
const JSON_TYPE = "application/json";

export class Saver {
  constructor(table) {
    this.table = table;
    this.status = document.getElementById("attendance-status");
    this.trouble = document.getElementById("attendance-trouble");
    // By cell, what is still to be saved and what was saved last.
    this.pending = new Map();
    this.saved = new Map();
    this.running = null;
    addEventListener("online", () => this.flush());
    addEventListener("beforeunload", (event) => this.isBusy && event.preventDefault());
  }

  get isBusy() {
    return this.pending.size > 0 || this.running !== null;
  }

  // What stood in a cell before the first change of this page.
  remember(cell) {
    if (!this.saved.has(cell.td)) this.saved.set(cell.td, cell.state);
  }

  put(cell, change, wait) {
    this.pending.set(cell.td, change);
    cell.wait(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), wait);
  }

  say(text) {
    this.status.textContent = text ? `· ${text}` : "";
  }

  // Whether all is saved in the end.
  flush() {
    clearTimeout(this.timer);
    this.running ??= this.drain().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async drain() {
    while (this.pending.size > 0) {
      if (!(await this.send())) return false;
    }
    return true;
  }

  async send() {
    const batch = new Map(this.pending);
    this.pending.clear();
    this.say(this.table.dataset.saving);
    const marks = [...batch].map(([td, change]) => {
      const cell = new Cell(td, this.table);
      return { client: cell.client, date: cell.date, seen: cell.seen, ...change };
    });
    const request = { method: "PUT", headers: { "Content-Type": JSON_TYPE }, body: JSON.stringify({ marks }) };
    const answer = await this.ask("/attendance/marks", request);
    if (answer.told === undefined) {
      this.keep(batch, answer);
      return false;
    }
    if (answer.status === 200) this.settle(answer);
    else if (answer.status === 409) this.giveWay(answer, batch);
    else this.takeBack(answer, batch);
    return true;
  }

  // The answer in words and cells, or why there is none.
  async ask(address, request) {
    const { kept, signedOut, refused } = this.table.dataset;
    try {
      const response = await fetch(address, { ...request, redirect: "manual", cache: "no-store" });
      if (response.type === "opaqueredirect") return { trouble: signedOut };
      const isJson = response.headers.get("Content-Type")?.startsWith(JSON_TYPE);
      if (isJson) return { status: response.status, ...(await response.json()) };
      return { trouble: response.status < 500 ? refused : kept, final: response.status < 500 };
    } catch {
      return { trouble: kept };
    }
  }

  settle(answer) {
    for (const now of answer.cells) this.confirm(now);
    this.calm();
    this.say(answer.told);
  }

  // Somebody marked a cell first: what is saved stands there, and one is told of both. The others are sent again.
  giveWay(answer, batch) {
    for (const [td, change] of batch) {
      const cell = new Cell(td, this.table);
      const now = answer.cells.find((now) => now.client === cell.client && now.date === cell.date);
      if (now && now.seen !== cell.seen) this.confirm(now);
      else if (!this.pending.has(td)) this.pending.set(td, change);
    }
    this.say("");
    this.tell(answer.told, { lines: answer.lines });
  }

  // A mark that is not allowed: nothing of the batch was saved.
  takeBack(answer, batch) {
    for (const td of batch.keys()) {
      if (this.pending.has(td)) continue;
      const cell = new Cell(td, this.table);
      cell.show(this.saved.get(td));
      cell.wait(false);
    }
    this.say("");
    this.tell(answer.told, {});
  }

  confirm(now) {
    const td = this.find(now.client, now.date);
    if (!td) return;
    const cell = new Cell(td, this.table);
    const newer = this.pending.get(td);
    cell.confirm(now);
    this.saved.set(td, { mark: cell.mark, minutes: cell.minutes, late: now.late });
    if (!newer) return;
    cell.show(newer);
    cell.wait(true);
  }

  find(client, date) {
    const column = this.table.querySelector(`thead [data-day="${CSS.escape(date)}"]`)?.cellIndex;
    const row = this.table.querySelector(`tr[data-client="${CSS.escape(client)}"]`);
    return column === undefined ? null : row?.cells[column];
  }

  // What the network or the server let fall is sent again; what the server refuses is not.
  keep(batch, { trouble, final = false }) {
    for (const [td, change] of batch) if (!this.pending.has(td)) this.pending.set(td, change);
    this.say("");
    this.tell(trouble, { again: true });
    clearTimeout(this.timer);
    if (!final) this.timer = setTimeout(() => this.flush(), TRY_AGAIN);
  }

  async undo(form) {
    if (this.isBusy && !(await this.flush())) return;
    const request = { method: "POST", headers: { Accept: JSON_TYPE }, body: new URLSearchParams(new FormData(form)) };
    const answer = await this.ask(form.action, request);
    if (answer.told === undefined) {
      this.tell(answer.trouble, {});
      return;
    }
    for (const now of answer.cells) this.confirm(now);
    this.calm();
    this.say(answer.told);
  }

  tell(text, { lines = [], again = false }) {
    const notice = element("div", { className: again ? "notice failed" : "notice warning" });
    notice.append(element("p", { textContent: text }));
    if (lines.length > 0) {
      const list = element("ul", {});
      list.append(...lines.map((line) => element("li", { textContent: line })));
      notice.append(list);
    }
    if (again) {
      const button = element("button", { type: "button", className: "btn", textContent: this.table.dataset.retry });
      button.addEventListener("click", () => this.flush());
      notice.append(button);
    }
    this.trouble.replaceChildren(notice);
    this.trouble.hidden = false;
  }

  calm() {
    this.trouble.hidden = true;
    this.trouble.replaceChildren();
  }
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
