// A form that answers with a file says so while the file is made, and when it has come. Without this, or when the answer
// is a page, the form is sent as any other.
const SAY_AFTER = 400;

export function downloads(page) {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.hasAttribute("data-download")) return;
    event.preventDefault();
    if (!form.hasAttribute("data-sent")) take(form, event.submitter);
  });
}

async function take(form, button) {
  form.setAttribute("data-sent", "");
  button?.setAttribute("aria-busy", "true");
  const saying = setTimeout(() => say(form, form.dataset.download), SAY_AFTER);
  try {
    const answer = await fetch(form.action, { method: "post", body: new URLSearchParams(new FormData(form)) });
    const name = /attachment; filename="([^"]+)"/.exec(answer.headers.get("content-disposition"))?.[1];
    if (!answer.ok || !name) return form.submit();
    save(await answer.blob(), name);
    clearTimeout(saying);
    say(form, form.dataset.made);
  } catch {
    // The browser itself tells what is wrong with the connection.
    form.submit();
  } finally {
    clearTimeout(saying);
    form.removeAttribute("data-sent");
    button?.removeAttribute("aria-busy");
  }
}

function save(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function say(form, words) {
  form.querySelector("[data-file-status]").textContent = words;
}
