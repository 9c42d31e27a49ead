// Forms of answers: half-done answers are kept on the server a moment after the last change. The line with data-answers
// tells what became of them. Nothing is kept on this device, which may be somebody else's.
const PAUSE = 1500; // ms after the last change
const AGAIN = 10000; // ms until the next try when keeping did not succeed

for (const line of document.querySelectorAll("[data-answers]")) watch(line);

function watch(line) {
  const form = line.closest("form");
  let timer = 0;
  let busy = null;
  let changed = false;

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(keep, wait);
  };

  // One at a time: what is changed meanwhile is kept by the next.
  async function keep() {
    if (busy) return;
    changed = false;
    busy = send(form, line);
    const again = await busy;
    busy = null;
    if (again) later(AGAIN);
    else if (changed) later(PAUSE);
  }

  form.addEventListener("input", () => {
    changed = true;
    later(PAUSE);
  });
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    if (!busy) return;
    // The version that is being kept must be known before the form is sent.
    event.preventDefault();
    await busy;
    form.requestSubmit(event.submitter);
  });
}

/** @returns {Promise<boolean>} whether to try again */
async function send(form, line) {
  const body = new URLSearchParams(new FormData(form));
  body.set("do", "script");
  let answer;
  try {
    answer = await fetch(line.dataset.answers, { method: "POST", body, redirect: "error" });
  } catch {
    line.textContent = line.dataset.notKept;
    return true;
  }
  if (answer.status === 204) {
    const version = answer.headers.get("etag");
    if (version) form.elements.version.value = version.replaceAll('"', "");
    line.textContent = line.dataset.kept;
    return false;
  }
  line.textContent = answer.status === 409 ? line.dataset.conflict : line.dataset.notKept;
  return answer.status >= 500;
}
