// The sheet of attendance as a grid (WAI-ARIA 1.2): arrows move, space marks presence or clears it, s p l and - mark
// absences, digits the hours, Backspace clears, Ctrl+Z undoes. Each mark is saved at once. On a phone the choices of the
// open day stay as they are, and are saved as they are touched.
import { Cell } from "./attendance-cell.js";
import { Saver } from "./attendance-saver.js";

const LETTERS = { s: "sick", p: "absent", l: "permitted", "-": "not-a-day" };
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] };
// Hours are saved a moment after the last digit: 6 may become 6,5.
const AFTER_DIGITS = 700;
const wide = matchMedia("(min-width: 761px)");

for (const table of document.querySelectorAll("table[data-attendance]")) new Grid(table).start();

function Grid(table) {
  const saver = new Saver(table);
  const undo = document.getElementById("attendance-undo");
  let typed = { td: null, text: "" };

  this.start = () => {
    table.dataset.ready = "";
    takeRoles();
    wide.addEventListener("change", takeRoles);
    table.addEventListener("keydown", onKey);
    table.addEventListener("change", onChange);
    table.addEventListener("click", onClick);
    table.addEventListener("focusin", (event) => wide.matches && rove(event.target.closest("td")));
    table.closest("form").addEventListener("submit", afterSaving);
    undo?.addEventListener("submit", (event) => {
      event.preventDefault();
      saver.undo(undo);
    });
  };

  // A grid is for wide screens; on a phone the table shows one day, and its choices are ordinary radio buttons.
  function takeRoles() {
    const roles = [[table, "grid"], ...[...table.rows].map((row) => [row, "row"])];
    for (const cell of table.querySelectorAll("thead th")) roles.push([cell, "columnheader"]);
    for (const cell of table.querySelectorAll("tbody th")) roles.push([cell, "rowheader"]);
    for (const cell of table.querySelectorAll("td")) roles.push([cell, "gridcell"]);
    for (const [element, role] of roles) {
      if (wide.matches) element.setAttribute("role", role);
      else element.removeAttribute("role");
    }
    for (const cell of table.querySelectorAll("td")) {
      if (wide.matches) cell.tabIndex = -1;
      else cell.removeAttribute("tabindex");
      for (const input of cell.querySelectorAll(".choices input")) input.tabIndex = wide.matches ? -1 : 0;
    }
    if (wide.matches) rove(table.querySelector("td.now") ?? table.querySelector("td"));
  }

  // One cell of the grid is in the order of Tab: the one that was in use.
  function rove(td) {
    if (!td) return;
    for (const other of table.querySelectorAll('td[tabindex="0"]')) other.tabIndex = -1;
    td.tabIndex = 0;
  }

  function onKey(event) {
    const td = event.target.closest("td");
    if (!td || event.isComposing) return;
    if (event.target.matches(".hours-field")) return leaveHours(event, td);
    if (!wide.matches) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") return act(event, () => undo?.requestSubmit());
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step) return act(event, () => move(td, ...step));
    if (event.key === "Home" || event.key === "End") return act(event, () => toEdge(td, event.key));
    if (event.key === "F2") return act(event, () => td.querySelector(".hours-field")?.focus());
    const mark = markOf(event.key, td);
    if (mark) return act(event, () => set(td, mark));
    if (/^[0-9.,]$/.test(event.key)) act(event, () => digit(td, event.key));
  }

  function act(event, what) {
    event.preventDefault();
    what();
  }

  function markOf(key, td) {
    const cell = new Cell(td, table);
    if (key === " ") return cell.mark === "present" ? { mark: "expected" } : present(cell);
    if (key === "Backspace" || key === "Delete") return { mark: "expected" };
    if (key.toLowerCase() === "x") return present(cell);
    const mark = LETTERS[key.toLowerCase()];
    return mark && { mark };
  }

  function present(cell) {
    return { mark: "present", minutes: cell.usualMinutes };
  }

  function digit(td, key) {
    const text = typed.td === td ? typed.text + key : key;
    const minutes = minutesOf(text);
    typed = minutes === null ? { td, text: key } : { td, text };
    const hours = minutes ?? minutesOf(key);
    if (hours === null) return;
    set(td, hours > 0 ? { mark: "present", minutes: hours } : { mark: "absent" }, AFTER_DIGITS);
  }

  function set(td, change, wait = 0) {
    if (wait === 0) typed = { td: null, text: "" };
    const cell = new Cell(td, table);
    if (td.dataset.locked !== undefined) {
      saver.say(table.dataset.locked);
      cell.show(cell.state);
      return;
    }
    if (cell.isAhead && (change.mark === "present" || change.mark === "absent")) {
      saver.say(table.dataset.notYet);
      cell.show(cell.state);
      return;
    }
    if (change.mark === cell.mark && (change.mark !== "present" || change.minutes === cell.minutes)) return;
    if (change.mark === "expected" && cell.isUnmarked) return;
    saver.remember(cell);
    cell.show(change);
    saver.put(cell, change, wait);
  }

  function move(td, down, right) {
    const row = table.tBodies[0].rows[td.parentElement.sectionRowIndex + down];
    go(row?.cells[td.cellIndex + right]);
  }

  function toEdge(td, key) {
    const cells = td.parentElement.querySelectorAll("td");
    go(key === "Home" ? cells[0] : cells[cells.length - 1]);
  }

  function go(cell) {
    if (!cell?.matches("td")) return;
    typed = { td: null, text: "" };
    rove(cell);
    cell.focus();
  }

  function leaveHours(event, td) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Escape") new Cell(td, table).show();
    if (wide.matches) td.focus();
    else event.target.blur();
  }

  function onChange(event) {
    const td = event.target.closest("td");
    const cell = td && new Cell(td, table);
    if (event.target.matches("[type=radio]")) {
      const mark = event.target.value;
      set(td, mark === "present" ? present(cell) : { mark });
      if (wide.matches) td.focus({ preventScroll: true });
    } else if (event.target.matches(".hours-field")) {
      const text = event.target.value.trim();
      const minutes = minutesOf(text);
      event.target.toggleAttribute("aria-invalid", text !== "" && minutes === null);
      if (minutes) set(td, { mark: "present", minutes });
      else if (text === "") cell.show();
    }
  }

  // Touching the choice that holds takes it back. A click comes before its change, so what holds is still shown.
  function onClick(event) {
    if (!event.target.matches("[type=radio]")) return;
    const td = event.target.closest("td");
    if (td.dataset.mark === event.target.value) set(td, { mark: "expected" });
  }

  // "Everyone else present" goes by what is saved, so what is on its way arrives first.
  async function afterSaving(event) {
    if (!saver.isBusy) return;
    event.preventDefault();
    if (await saver.flush()) event.target.requestSubmit(event.submitter);
  }
}

// Hours as people type them: 6, 6,5, 6.5, 6:30.
function minutesOf(text) {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const decimal = /^(\d{1,2})(?:[.,](\d{0,2}))?$/.exec(text);
  let minutes = null;
  if (clock) minutes = Number(clock[1]) * 60 + Number(clock[2]);
  else if (decimal) minutes = Number(decimal[1]) * 60 + Math.floor(Number(`0.${decimal[2] || 0}`) * 60 + 1e-6);
  return minutes !== null && minutes <= 24 * 60 ? minutes : null;
}
