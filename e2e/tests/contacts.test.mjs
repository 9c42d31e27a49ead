/** A coach writes down a contact with what was agreed; the task from it stands on the day until it is done (B11). */
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
  test(`what was agreed on a ${size} becomes a task of the day, and is done (B11)`, async () => {
    const page = await set.enter({ size });
    await page.goto(`${set.demo.url}/clients/${set.there[size]}`);
    await page.getByRole("link", { name: "Uusi yhteydenotto" }).click();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("radio", { name: "Puhelu" }).check();
    await page.getByRole("checkbox", { name: "Asiakas", exact: true }).check();
    await page.getByLabel("Mistä puhuttiin").fill("Kurssista ja kortista.");
    await page.getByLabel("Seuraavaksi tehdään").fill(`Varaa kurssi (${size})`);
    await page.getByRole("button", { name: "Tallenna" }).click();
    await page.getByRole("link", { name: /Kirjaa, mihin mennessä/ }).waitFor();
    assert.equal(await page.getByLabel("Mistä puhuttiin").inputValue(), "Kurssista ja kortista.");
    await page.getByLabel("Mihin mennessä").fill("huomenna");
    await page.getByRole("button", { name: "Tallenna" }).click();
    await page.getByText("Yhteydenotto on tallennettu.").waitFor();

    await page.goto(set.demo.url);
    const due = page.locator("section", { has: page.getByRole("heading", { name: "Erääntyy" }) });
    // Of a long list the rest is folded.
    const rest = due.getByText(/^Loput/);
    if (await rest.count()) await rest.click();
    await due.getByText(`Varaa kurssi (${size})`).first().waitFor();
    await page.goto(`${set.demo.url}/tasks`);
    await assertFits(page);
    await assertAccessible(page);
    const task = page.locator(".row", { hasText: `Varaa kurssi (${size})` });
    await task.getByRole("button", { name: /^Merkitse tehdyksi/ }).click();
    await page.getByText("Tehtävä on merkitty tehdyksi.").waitFor();
    await page.goto(set.demo.url);
    assert.equal(await due.getByText(`Varaa kurssi (${size})`).count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
