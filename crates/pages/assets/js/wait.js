// A form is sent once, and one that takes long says so. Going back makes it ready again.
const SAY_AFTER = 800;
const GIVE_UP_AFTER = 15000;

export function waits(page) {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    // A form that a script sends by itself, and one that answers with a file, never leave the page.
    if (event.defaultPrevented || form.hasAttribute("data-download")) return;
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
      return;
    }
    form.setAttribute("data-sent", "");
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(() => say(page), SAY_AFTER);
    setTimeout(() => ready(page), GIVE_UP_AFTER);
  });
  addEventListener("pageshow", () => ready(page));
}

function say(page) {
  if (page.querySelector(".wait") || !page.querySelector("[data-sent]")) return;
  const line = page.createElement("p");
  line.className = "wait";
  line.setAttribute("role", "status");
  line.textContent = page.body.dataset.wait;
  page.body.append(line);
}

function ready(page) {
  for (const form of page.querySelectorAll("[data-sent]")) form.removeAttribute("data-sent");
  for (const button of page.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy");
  page.querySelector(".wait")?.remove();
}
