// Says before a file is sent that it is too large: the server would say the same, but only after the wait.
const area = document.querySelector("[data-files]");

function tooLarge(form) {
  const largest = Number(area.dataset.largest);
  return [...form.querySelectorAll("input[type=file]")]
    .flatMap((chooser) => [...chooser.files])
    .filter((file) => file.size > largest);
}

function tell(form, files) {
  let notice = form.querySelector("[data-told]");
  if (!notice) {
    notice = document.createElement("p");
    notice.className = "error";
    notice.dataset.told = "";
    notice.setAttribute("role", "alert");
    form.prepend(notice);
  }
  notice.textContent = files.map((file) => `${file.name}: ${area.dataset.tooLarge}`).join(" ");
  notice.scrollIntoView({ block: "center" });
}

area?.addEventListener("submit", (event) => {
  const files = tooLarge(event.target);
  if (files.length === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  tell(event.target, files);
}, true);
