/** Who has looked at a client, and the proof of it as a file that anyone can check (E4). */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
import { takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const CHECKS = fileURLToPath(new URL("../../docs/verify_look.py", import.meta.url));
const run = promisify(execFile);

const set = stage(async (demo) => ({
  phone: await takeIn(demo, "Katsottu", "Puhelin"),
  desktop: await takeIn(demo, "Katsottu", "Pöytä"),
}));

for (const size of Object.keys(SIZES)) {
  test(`a coach sees who has looked on a ${size}, and a saved proof is checked elsewhere (E4)`, async () => {
    const page = await set.enter({ size });
    const client = `${set.demo.url}/clients/${set.there[size]}`;
    await page.goto(client);
    await page.getByRole("link", { name: "Kuka on katsonut" }).click();
    await page.getByText("Kuka on katsonut tai muuttanut tietoja").waitFor();
    await page.locator("#content").getByText("Valmentaja", { exact: true }).first().waitFor();
    assert.equal(await page.getByText("Sivu:").count(), 0, "the program's words are the officer's");
    await assertAccessible(page);
    await assertFits(page);
    await assertWalkable(page);
    // A look gets its place in the log within moments.
    const proof = page.getByRole("link", { name: /^Todiste/ }).last();
    for (let tries = 0; (await proof.count()) === 0 && tries < 40; tries += 1) {
      await page.waitForTimeout(500);
      await page.reload();
    }
    const folder = await mkdtemp(join(tmpdir(), "polku-proof-"));
    try {
      const [file] = await Promise.all([page.waitForEvent("download"), proof.click()]);
      assert.equal(file.suggestedFilename(), "katselujen-todisteet.json");
      await file.saveAs(join(folder, "look.json"));
      const said = await run("python3", [CHECKS, join(folder, "look.json")]);
      assert.match(said.stdout, /^proven: entry \d+ of \d+, /);
    } finally {
      await rm(folder, { recursive: true });
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the officer sees names and what was asked, and that patterns are off (E4, E7)", async () => {
  for (const size of Object.keys(SIZES)) {
    const page = await set.enter({ size }, "data-protection-officer");
    await page.goto(`${set.demo.url}/clients/${set.there[size]}/looks`);
    await page.getByText("Tarkemmin").first().click();
    await page.getByText("Sivu:").first().waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.goto(`${set.demo.url}/oversight`);
    await page.getByRole("link", { name: "Erottuvat katselut" }).click();
    await page.getByText("Seuranta ei ole käytössä.", { exact: false }).waitFor();
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});
