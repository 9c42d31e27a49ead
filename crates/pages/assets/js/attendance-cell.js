// A cell of the grid. What stands there is kept in the data of its <td>; here it becomes a sign, a word and a choice.
const CLASSES = {
  present: "present",
  sick: "sick",
  absent: "absent",
  permitted: "leave",
  "not-a-day": "off",
  expected: "expected",
};
const SIGNS = { sick: "s", absent: "p", permitted: "l", "not-a-day": "·" };

export class Cell {
  constructor(td, table) {
    this.td = td;
    this.table = table;
  }

  get client() {
    return this.td.parentElement.dataset.client;
  }

  get date() {
    return this.table.tHead.rows[0].cells[this.td.cellIndex].dataset.day;
  }

  get isAhead() {
    return this.date > this.table.dataset.today;
  }

  get mark() {
    return this.td.dataset.mark;
  }

  get minutes() {
    return Number(this.td.dataset.minutes);
  }

  get usualMinutes() {
    return Number(this.td.dataset.hours);
  }

  get seen() {
    return Number(this.td.dataset.seen);
  }

  get isUnmarked() {
    return this.mark === this.td.dataset.unmarked;
  }

  get state() {
    return { mark: this.mark, minutes: this.minutes, late: this.td.querySelector(".mark.late") !== null };
  }

  // Shows a mark; "expected" is whatever stands there unmarked. Without one, shows what stands there again.
  show({ mark, minutes, late = false } = this.state) {
    const shown = mark === "expected" ? this.td.dataset.unmarked : mark;
    this.td.dataset.mark = shown;
    this.td.dataset.minutes = shown === "present" ? minutes : this.usualMinutes;
    const sign = this.td.querySelector(".mark");
    sign.className = `mark ${CLASSES[shown]}${late ? " late" : ""}`;
    sign.removeAttribute("title");
    sign.firstElementChild.textContent = SIGNS[shown] ?? this.hours(this.minutes);
    sign.lastElementChild.textContent = this.told(shown, late);
    this.choose(shown);
  }

  told(shown, late) {
    const words = [this.table.getAttribute(`data-word-${shown}`)];
    if (shown === "present") words.push(this.hours(this.minutes));
    if (late) words.push(this.table.dataset.late);
    return words.join(" ");
  }

  // The choices of the open day say the same.
  choose(shown) {
    const chosen = this.isUnmarked ? "expected" : shown;
    for (const radio of this.td.querySelectorAll("[type=radio]")) radio.checked = radio.value === chosen;
    const field = this.td.querySelector(".hours-field");
    if (!field) return;
    field.value = shown === "present" ? this.hours(this.minutes) : "";
    field.removeAttribute("aria-invalid");
  }

  // What is saved: the form, when it is sent as a whole, tells by it which rows were touched.
  confirm({ mark, minutes, seen, late }) {
    this.td.dataset.seen = seen;
    this.show({ mark, minutes, late });
    this.wait(false);
    const was = this.td.querySelector('input[name^="was."]');
    const present = this.mark === "present" ? this.minutes : 0;
    if (was) was.value = [this.mark, present, this.td.dataset.unmarked, seen, this.usualMinutes].join(" ");
  }

  // Not saved yet: seen, and said to those who do not see it.
  wait(waiting) {
    this.td.toggleAttribute("data-pending", waiting);
    const word = this.td.querySelector(".mark").lastElementChild;
    const pending = this.table.dataset.pending;
    word.textContent = word.textContent.replace(` (${pending})`, "") + (waiting ? ` (${pending})` : "");
  }

  hours(minutes) {
    const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
    const part = { 0: "", 15: "25", 30: "5", 45: "75" }[rest];
    if (part === undefined) return `${whole}:${String(rest).padStart(2, "0")}`;
    return part === "" ? String(whole) : `${whole}${this.table.dataset.decimal}${part}`;
  }
}
