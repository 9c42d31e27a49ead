// Single-key shortcuts: "/" goes to the find field, and data-key="n" on a link, button or field acts on "n".
// They can be switched off in the own menu (WCAG 2.1.4); the choice stays on this device.
const REMEMBERED_AS = "polku-keys";

export function singleKeys(page) {
  show(page, switchedOn());
  page.addEventListener("keydown", (event) => {
    if (!switchedOn() || isTyping(event)) return;
    const target = event.key === "/" ? page.querySelector("[data-find] input[type=search]") : keyed(page, event.key);
    if (!target) return;
    event.preventDefault();
    act(target);
  });
  page.addEventListener("click", (event) => {
    if (!event.target.closest("[data-keys-switch]")) return;
    remember(!switchedOn());
    show(page, switchedOn());
  });
}

function isTyping(event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  const place = event.target;
  return place.isContentEditable || place.matches?.("input, textarea, select, [role=grid] *") === true;
}

function keyed(page, key) {
  return key.length === 1 ? page.querySelector(`[data-key="${CSS.escape(key.toLowerCase())}"]`) : null;
}

function act(target) {
  if (target.matches("input, textarea, select")) {
    target.focus();
    target.select?.();
  } else {
    target.click();
  }
}

// Storage can be refused by the browser; shortcuts then stay as they begin, on.
function switchedOn() {
  try {
    return localStorage.getItem(REMEMBERED_AS) !== "off";
  } catch {
    return true;
  }
}

function remember(on) {
  try {
    localStorage.setItem(REMEMBERED_AS, on ? "on" : "off");
  } catch {
    // Refused: nothing to remember it in.
  }
}

function show(page, on) {
  page.documentElement.dataset.keys = on ? "on" : "off";
  for (const button of page.querySelectorAll("[data-keys-switch]")) button.setAttribute("aria-pressed", String(on));
}
