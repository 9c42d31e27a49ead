/** A coach takes the list of clients out as a file. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { accountOf, freshCode } from "../support/people.mjs";
import { stage } from "../support/stage.mjs";

const set = stage();

for (const size of Object.keys(SIZES)) {
  for (const script of [true, false]) {
    test(`own clients as CSV on a ${size} ${script ? "with" : "without"} scripts`, async () => {
      const page = await set.enter({ size, script });
      await page.goto(`${set.demo.url}/clients?show=mine`);
      await page.getByRole("link", { name: "Vie taulukkona" }).click();
      assert.ok(await page.getByLabel("Omat").isChecked(), "the file is narrowed as the list was");
      await page.getByLabel("CSV").check();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Vie tiedosto" }).click(),
      ]);
      assert.match(download.suggestedFilename(), /^asiakkaat-\d{4}-\d\d-\d\d\.csv$/);
      const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
      assert.match(lines[0], /^\ufeff"Sukunimi";"Etunimet";/);
      assert.ok(lines.length > 5, "there are clients in it");
      if (script) await page.getByRole("status").getByText("Tiedosto on ladattu.").waitFor();
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

for (const script of [true, false]) {
  test(`what was chosen goes on after a proof of identity ${script ? "with" : "without"} scripts`, async () => {
    const page = await set.enter({ script });
    await page.goto(`${set.demo.url}/tasks/export?whose=everybody`);
    await page.getByLabel("CSV").check();
    // A proof lasts a quarter of an hour: the form goes where the server leads it after that.
    await page.evaluate(() => {
      document.querySelector("main form").action = "/sign-in/again/keep?next=/tasks/export";
    });
    await page.getByRole("button", { name: "Vie tiedosto" }).click();
    await page.getByText("Kirjoittamasi on tallessa").waitFor();
    await page.locator("[autocomplete~=one-time-code]").fill(await freshCode(accountOf(set.demo, "coach").totp_secret));
    const download = page.waitForEvent("download", { timeout: 60_000 });
    await page.getByRole("button", { name: "Vahvista" }).click();
    if (!script) await page.getByRole("button", { name: "Jatka" }).click();
    assert.match((await download).suggestedFilename(), /^tehtavat-.*\.csv$/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
