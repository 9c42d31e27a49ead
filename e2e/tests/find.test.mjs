/** A coach finds somebody as the name is typed, misspelt too, and nothing of it is in an address (A8). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { takeIn } from "../support/service.mjs";
import { stage } from "../support/stage.mjs";

const set = stage(async (demo) => ({ client: await takeIn(demo, "Yöttölä-Äkäs", "Öivi") }));

for (const size of Object.keys(SIZES)) {
  test(`a name typed in part on a ${size} opens the client`, async () => {
    const page = await set.enter({ size });
    if (size === "desktop") await page.keyboard.press("/");
    else await page.locator("#find").tap();
    await page.keyboard.type("yottola ak");
    const option = page.getByRole("option", { name: /Yöttölä-Äkäs/ });
    await option.waitFor();
    await page.keyboard.press("ArrowDown");
    assert.equal(await option.getAttribute("aria-selected"), "true");
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/clients/${set.there.client}`));
    assert.match(await page.locator("h1").innerText(), /Yöttölä-Äkäs/);
    assert.doesNotMatch(page.url(), /yottola/i);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`who is not there is said to be so on a ${size}, and Escape gives the page back`, async () => {
    const page = await set.enter({ size });
    await page.locator("#find").fill("qxzqxz");
    await page.getByText("Ketään ei löytynyt", { exact: false }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("listbox").waitFor({ state: "hidden" });
    await page.context().close();
  });
}
