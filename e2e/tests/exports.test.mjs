/** A coach takes the list of clients out as a file. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
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
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}
