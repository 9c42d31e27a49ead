/** A coach corrects an entry, sets a goal and writes what shows it, at a desk and on a phone (B4, B5). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage(async (demo) => ({
  phone: await takeIn(demo, "Puhelinen", "Testi"),
  desktop: await takeIn(demo, "Pöytänen", "Testi"),
}));

for (const size of Object.keys(SIZES)) {
  test(`a correction on a ${size} says why, and the original can still be read (B5)`, async () => {
    const page = await set.enter({ size });
    await page.goto(`${set.demo.url}/clients/${set.there[size]}`);
    await page.getByLabel("Mitä tapahtui?").fill("Tuli töihin kello 8.");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await page.getByText("Merkintä on tallennettu.").waitFor();
    await page.locator("#diary article a").first().click();
    await page.getByRole("link", { name: "Korjaa merkintää" }).click();
    const text = page.getByLabel("Teksti");
    assert.equal(await text.inputValue(), "Tuli töihin kello 8.");
    await text.fill("Tuli töihin kello 9.");
    await page.getByRole("button", { name: "Tallenna korjaus" }).click();
    await page.getByRole("link", { name: "Kirjoita korjauksen syy." }).waitFor();
    assert.equal(await text.inputValue(), "Tuli töihin kello 9.", "what was typed is kept");
    await assertAccessible(page);
    await page.getByLabel("Korjauksen syy").fill("väärä kellonaika");
    await page.getByRole("button", { name: "Tallenna korjaus" }).click();
    await page.getByText("Korjaus on tallennettu.").waitFor();
    await page.getByText("Tuli töihin kello 9.").waitFor();
    await page.getByText("väärä kellonaika").first().waitFor();
    await page.getByText("Aiempi teksti", { exact: true }).click();
    await page.getByText("Tuli töihin kello 8.").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.context().close();
  });

  test(`a goal set on a ${size} is linked to by a note, which is its evidence (B4)`, async () => {
    const page = await set.enter({ size });
    const client = `${set.demo.url}/clients/${set.there[size]}`;
    await page.goto(`${client}/goals/new`);
    await page.getByLabel("Tavoite", { exact: true }).fill("Säännöllinen päivärytmi");
    await page.getByRole("button", { name: "Tallenna" }).click();
    await page.getByText("Tavoite on asetettu.").waitFor();

    await page.goto(`${client}/diary/new`);
    await page.getByLabel("Mitä tapahtui?").fill("Kolmas täysi viikko.");
    await page.getByLabel("Säännöllinen päivärytmi").check();
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await page.getByText("Merkintä on tallennettu.").waitFor();

    await page.goto(`${client}/goals`);
    await page.getByRole("link", { name: /Avaa.*Säännöllinen/ }).click();
    await page.getByLabel("3", { exact: true }).check();
    await page.getByLabel(/Kolmas täysi viikko/).check();
    await page.getByRole("button", { name: "Tallenna" }).click();
    await page.getByText("Edistyminen on merkitty.").waitFor();
    await assertAccessible(page);
    await assertFits(page);

    await page.goto(client);
    const progress = page.getByRole("progressbar", { name: /Säännöllinen/ });
    assert.equal(await progress.getAttribute("value"), "3");
    await assertAccessible(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
