// Menus made of <details data-menu>: Escape, a click elsewhere or leaving by keyboard closes them.
export function menus(page) {
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = event.target.closest?.("details[data-menu][open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  const closeOthers = (event) => {
    for (const menu of page.querySelectorAll("details[data-menu][open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  };
  page.addEventListener("click", closeOthers);
  page.addEventListener("focusin", closeOthers);
}
