/** A coach opens the day, marks somebody present from there, and writes a note in two clicks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { gatherGroup } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

/** The names that each size's story is about. */
const NAMES = { phone: "Puhelinen", desktop: "Pöytänen" };

/** A group so large that the page folds the rest of it. */
const LARGE = ["Aava", "Eevi", "Iiro", "Kerttu", "Lumi", "Niilo", "Onni", "Pihla", "Seela"];

const set = stage(async (demo) => {
  await gatherGroup(demo, "Testipaja", [
    [NAMES.phone, "Testi"],
    [NAMES.desktop, "Testi"],
    ["Odottava", "Testi"],
  ]);
  await gatherGroup(demo, "Suurpaja", LARGE.map((first) => ["Suuri", first]));
});

for (const size of Object.keys(SIZES)) {
  test(`the day on a ${size} shows who is expected, what is due and what is unfinished (B6, B11)`, async () => {
    const page = await set.enter({ size });
    assert.equal(new URL(page.url()).pathname, "/");
    await page.getByRole("heading", { name: "Tänään", level: 1 }).waitFor();
    await page.getByRole("heading", { name: "Testipaja" }).waitFor();
    await page.getByRole("heading", { name: "Erääntyy" }).waitFor();
    await page.locator("section", { has: page.getByRole("heading", { name: "Kesken" }) }).getByText("luonnos").first().waitFor();
    await assertFits(page);
    await assertAccessible(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`a coach marks somebody present from the day's list on a ${size} (B6)`, async () => {
    const page = await set.enter({ size });
    const row = page.locator(".row", { hasText: NAMES[size] });
    await row.getByRole("button", { name: /^Läsnä/ }).click();
    await page.getByText("Läsnäolot on tallennettu.").waitFor();
    await row.getByRole("img", { name: /läsnä/ }).waitFor();
    assert.equal(await row.getByRole("button", { name: /^Läsnä/ }).count(), 0, "who is present is not asked about again");
    await page.context().close();
  });

  test(`a note takes two clicks from the day's list on a ${size}, and one is back on the day (B5)`, async () => {
    const page = await set.enter({ size });
    await page.locator(".row", { hasText: NAMES[size] }).getByRole("link", { name: /^Merkintä/ }).click();
    const text = page.getByLabel("Mitä tapahtui?");
    await text.waitFor();
    assert.ok(await text.evaluate((field) => field === document.activeElement), "one can type at once");
    await page.keyboard.type(`Kokosi hyllyn (${size}).`);
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await page.getByText("Merkintä on tallennettu.").waitFor();
    assert.equal(new URL(page.url()).pathname, "/");
    await page.getByRole("link", { name: new RegExp(`^${NAMES[size]}`) }).first().click();
    await page.locator("#diary").getByText(`Kokosi hyllyn (${size}).`).waitFor();
    await page.context().close();
  });
}

test("a key opens the list of those to write about", async () => {
  const page = await set.enter();
  await page.keyboard.press("m");
  await page.getByRole("heading", { name: "Kenestä merkintä tehdään?" }).waitFor();
  await page.getByRole("link", { name: /^Odottava/ }).click();
  await page.getByLabel("Mitä tapahtui?").waitFor();
  await page.context().close();
});

for (const size of Object.keys(SIZES)) {
  test(`the rest of a large group is folded on a ${size}, and marking there leads back there`, async () => {
    const page = await set.enter({ size });
    const paper = page.locator("section.paper", { has: page.getByRole("heading", { name: "Suurpaja" }) });
    const last = size === "phone" ? "Suuri Seela" : "Suuri Pihla";
    assert.equal(await paper.locator(".row:visible").count(), 6);
    await paper.getByText(/^Loput 3/).click();
    await paper.locator(".row", { hasText: last }).getByRole("button", { name: /^Läsnä/ }).click();
    const marked = paper.locator(".row", { hasText: last });
    await marked.getByRole("img", { name: /läsnä/ }).waitFor();
    assert.ok(await marked.isVisible(), "the fold is open again");
    await assertFits(page);
    await assertAccessible(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
