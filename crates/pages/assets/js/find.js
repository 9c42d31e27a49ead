// The find field as a combobox (WAI-ARIA 1.2): what is typed is asked from the server, which answers with
// options as HTML. Arrows choose, Enter opens, Escape closes. Without an answer, Enter sends the plain form.
const PAUSE = 160;
const SHOW_WAIT_AFTER = 400;

export function findField(form) {
  new FindField(form);
}

class FindField {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.panel = this.makePanel();
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", this.panel.id);
    this.input.setAttribute("aria-expanded", "false");
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("focus", () => this.options().length && this.open());
    form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || this.close());
  }

  makePanel() {
    const panel = document.createElement("div");
    panel.className = "find-panel";
    panel.hidden = true;
    panel.id = `${this.input.id}-options`;
    panel.setAttribute("role", "listbox");
    panel.setAttribute("aria-label", this.form.querySelector("label").textContent);
    // A press must not take the focus from the field before the click arrives.
    panel.addEventListener("pointerdown", (event) => event.preventDefault());
    this.form.append(panel);
    this.status = document.createElement("div");
    this.status.className = "unseen";
    this.status.setAttribute("role", "status");
    this.form.append(this.status);
    return panel;
  }

  later() {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.input.value.trim().length < 2) {
      this.panel.replaceChildren();
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const asking = new AbortController();
    this.asking = asking;
    const slow = setTimeout(() => this.say(this.form.dataset.wait), SHOW_WAIT_AFTER);
    try {
      const answer = await this.send(asking.signal);
      if (!answer.ok || answer.redirected) throw new Error(`answered ${answer.status}`);
      this.fill(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") this.say(this.form.dataset.failed);
    } finally {
      clearTimeout(slow);
    }
  }

  // Follows the form's own method and address: what is typed goes where the plain form would send it.
  send(signal) {
    const fields = new URLSearchParams(new FormData(this.form));
    const headers = { "HX-Request": "true", Accept: "text/html" };
    if (this.form.method === "post") {
      return fetch(this.form.action, { method: "POST", headers, body: fields, signal, cache: "no-store" });
    }
    return fetch(`${this.form.action}?${fields}`, { headers, signal, cache: "no-store" });
  }

  fill(html) {
    this.panel.innerHTML = html;
    this.choose(-1);
    this.options().forEach((option, index) => {
      option.id = `${this.panel.id}-${index}`;
    });
    this.status.textContent = this.panel.querySelector("[data-told]")?.dataset.told ?? "";
    this.open();
  }

  say(words) {
    const line = document.createElement("p");
    line.className = "quiet";
    line.textContent = words;
    this.panel.replaceChildren(line);
    this.status.textContent = words;
    this.open();
  }

  key(event) {
    const count = this.options().length;
    if (event.key === "Escape") {
      // The first Escape closes, the second empties the field and gives the page back.
      if (this.panel.hidden) {
        this.input.value = "";
        this.input.blur();
      }
      this.close();
    } else if (event.key === "ArrowDown" && count) {
      this.open();
      this.choose((this.chosen + 1) % count);
    } else if (event.key === "ArrowUp" && count) {
      this.open();
      this.choose((Math.max(this.chosen, 0) - 1 + count) % count);
    } else if (event.key === "Enter" && this.options()[this.chosen]) {
      this.options()[this.chosen].click();
    } else {
      return;
    }
    event.preventDefault();
  }

  options() {
    return [...this.panel.querySelectorAll("[role=option]")];
  }

  choose(index) {
    this.chosen = index;
    this.options().forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === index));
      if (place === index) option.scrollIntoView({ block: "nearest" });
    });
    const id = this.options()[index]?.id;
    if (id) this.input.setAttribute("aria-activedescendant", id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  open() {
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }
}
