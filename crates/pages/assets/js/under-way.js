// A page about work that is under way asks again how far it is, and turns into what it has become when it is done.
// Without this the page's own link does the same.
const PAUSE = 2000;
const MARK = "[data-under-way]";

function later() {
  if (document.querySelector(MARK)) setTimeout(ask, PAUSE);
}

async function ask() {
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok || answer.redirected) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [now, shown] = [page.querySelector(MARK), document.querySelector(MARK)];
    if (!now) return location.reload();
    shown.replaceWith(document.adoptNode(now));
  } catch {
    // The connection is gone for a moment: what is shown stays, and is asked about again.
  }
  later();
}

later();
