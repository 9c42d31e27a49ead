/**
 * Looks at a page as WCAG 2.2 AA asks: axe for what a program sees, a walk with the Tab key for what a person
 * without a mouse meets.
 */
import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** More Tab presses than any page has places to stop at: a walk that long goes round in a trap. */
const LONGEST_WALK = 500;

/**
 * Fails with every violation that axe finds on the page, each with the elements it is about.
 * @param {import("playwright-core").Page} page
 */
export async function assertAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).withTags(RULES).analyze();
  const told = violations.map(({ id, help, nodes }) =>
    [`${id}: ${help}`, ...nodes.map((node) => `    ${node.target.join(" ")}`)].join("\n"),
  );
  report(told, `axe has something against ${page.url()}`);
}

/**
 * Walks through the page with the Tab key and fails unless every control is reached (WCAG 2.1.1), none holds
 * the walker (2.1.2), and each shows that it has the focus (2.4.7) where it can be seen (2.4.11).
 * @param {import("playwright-core").Page} page
 */
export async function assertWalkable(page) {
  await page.evaluate(prepareWalk);
  const faults = new Set();
  for (let steps = 0; ; steps += 1) {
    assert.ok(steps < LONGEST_WALK, `the Tab key never gets through ${page.url()}`);
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtFocus);
    for (const fault of stop.faults) faults.add(`${stop.name}: ${fault}`);
    if (stop.end) break;
  }
  for (const name of await page.evaluate(controlsLeftOut)) faults.add(`${name}: the Tab key never gets there`);
  report([...faults], `the keyboard's way through ${page.url()}`);
}

/**
 * @param {string[]} faults
 * @param {string} what what was looked at
 */
function report(faults, what) {
  if (faults.length > 0) assert.fail(`${what}:\n${faults.join("\n")}`);
}

// The three functions below run inside the page, one after another; they share `window.polkuWalk`.

/** Finds the page's controls, notes how each looks without the focus, and goes to the start. */
function prepareWalk() {
  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]";
  const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderColor", "backgroundColor"];
  // A control's label or frame may show the focus in its place, as with drawn check boxes.
  const showing = (control) =>
    [control, ...(control.labels ?? []), control.parentElement, control.nextElementSibling].filter(Boolean);
  const appearance = (element) => {
    const style = getComputedStyle(element);
    const bare = style.outlineStyle === "none" || style.outlineWidth === "0px";
    return LOOKS.map((look) => (bare && look.startsWith("outline") ? "none" : style[look])).join("|");
  };
  const name = (element) => {
    const words = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
    return `<${element.localName}> “${words.trim().replace(/\s+/g, " ").slice(0, 60)}”`;
  };
  // One radio button stands for its group: the arrow keys reach the others.
  const group = (element) =>
    element.type === "radio" ? [...document.getElementsByName(element.name)].filter((one) => one.form === element.form) : [element];

  // A field with autofocus would be where the walk begins: the body's start is.
  document.activeElement?.blur();
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  getSelection()?.removeAllRanges();
  const controls = [...document.querySelectorAll(CONTROLS)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(":disabled, [type=hidden]") &&
      !element.closest("[inert]") &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  const atRest = new Map(controls.flatMap(showing).map((element) => [element, appearance(element)]));
  window.polkuWalk = { controls, reached: new Set(), stops: new Set(), atRest, showing, appearance, name, group };
}

/** Looks at what has the focus now; it is the end when the walk has left the page or come round. */
function lookAtFocus() {
  const { controls, atRest, reached, stops, showing, appearance, name, group } = window.polkuWalk;
  const focused = document.activeElement;
  if (!focused || focused === document.body) return { end: true, faults: [] };
  const held = controls.length > 1 && [...stops].pop() === focused;
  if (held) return { end: true, name: name(focused), faults: ["the Tab key doesn't get away"] };
  if (stops.has(focused)) return { end: true, faults: [] };
  stops.add(focused);
  for (const one of group(focused)) reached.add(one);

  const faults = [];
  const changed = (element) => atRest.has(element) && atRest.get(element) !== appearance(element);
  if (!showing(focused).some(changed)) faults.push("the focus doesn't show");
  const seenAt = (element) =>
    [...element.getClientRects()].some(({ left, right, top, bottom }) =>
      [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, bottom - 2]].some(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      }),
    );
  if (![focused, ...(focused.labels ?? [])].some(seenAt)) faults.push("the focus is out of sight");
  return { end: false, name: name(focused), faults };
}

/** @returns {string[]} the controls that the walk never reached */
function controlsLeftOut() {
  const { controls, reached, name } = window.polkuWalk;
  return controls.filter((control) => !reached.has(control)).map(name);
}
