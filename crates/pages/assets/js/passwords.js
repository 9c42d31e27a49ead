// The button that shows a password. It hides again when the form is sent, so that nothing is remembered as text.
export function passwords(page) {
  page.addEventListener("click", (event) => {
    const button = event.target.closest("[data-show-password]");
    if (!button) return;
    const field = page.getElementById(button.dataset.showPassword);
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
    field.focus();
  });
  page.addEventListener("submit", (event) => {
    for (const button of event.target.querySelectorAll("[data-show-password]")) {
      page.getElementById(button.dataset.showPassword).type = "password";
      button.setAttribute("aria-pressed", "false");
    }
  });
}
