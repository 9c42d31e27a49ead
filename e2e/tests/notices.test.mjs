/** The privacy notice is published and read by anyone, on a phone too, and printed for the notice board (D6). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage(async () => ({}));

test("the main user publishes the notice; anyone reads it, on any screen, and takes it as a PDF (D6)", async () => {
  const keeper = await set.enter({ size: "desktop" }, "main-user");
  await keeper.goto(`${set.demo.url}/admin/notice`);
  await assertAccessible(keeper);
  await keeper.getByRole("button", { name: "Julkaise uusi versio" }).click();
  await keeper.getByText("Tietosuojaseloste julkaistu.").waitFor();
  await keeper.getByRole("link", { name: "Katso selostetta" }).click();
  const address = keeper.url();
  assert.deepEqual(keeper.complaints, []);
  await keeper.context().close();
  for (const size of Object.keys(SIZES)) {
    const page = await set.enter({ size });
    await page.goto(address);
    await page.getByText("Versio 1").first().waitFor();
    await page.getByRole("link", { name: "PDF ilmoitustaululle" }).focus();
    const print = await page.getByRole("link", { name: "PDF ilmoitustaululle" }).getAttribute("href");
    await assertAccessible(page);
    await assertFits(page);
    const file = await page.request.get(new URL(print, address).href);
    assert.equal(file.headers()["content-type"], "application/pdf");
    assert.equal((await file.body()).subarray(0, 5).toString(), "%PDF-");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});
