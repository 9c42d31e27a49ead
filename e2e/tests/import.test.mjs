/** A main user imports an old register through the pages: a file, its columns, what would come in, and then all of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
import { ask } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const sample = (name) => fileURLToPath(new URL(`../../crates/casework/tests/samples/${name}`, import.meta.url));

/** The phone brings the workbook with its three sheets; the desk then sends the same people as CSV. */
const FILES = { phone: sample("workshop-register.xlsx"), desktop: sample("workshop-register.csv") };

const set = stage();

/** How many clients the register has. */
const clients = async () => (await (await ask(set.demo, "GET", "/clients?limit=1", undefined, "service-manager")).json()).total;

/** Checks a page of the import as it stands: it fits, axe has nothing against it, the browser neither. */
async function assertGood(page) {
  await assertFits(page);
  await assertAccessible(page);
  assert.deepEqual(page.complaints, []);
}

/** Sends a file; answers when it is asked what its columns mean. */
async function read(page, file) {
  await page.goto(`${set.demo.url}/import/new`);
  await page.getByLabel("Tiedosto", { exact: true }).setInputFiles(file);
  await page.getByLabel("Mistä järjestelmästä").fill("Pajarekisteri");
  await page.getByRole("button", { name: "Lue tiedosto" }).click();
  await page.getByRole("heading", { name: "Sarakkeet", level: 1 }).waitFor();
}

/** What the tally says of a sheet: rows, those that come in, those that are there already, those kept out. */
async function tally(page, sheet) {
  const row = page.locator("#tally tr", { hasText: sheet });
  return (await row.locator("td").allInnerTexts()).slice(0, 5).join(" ").match(/\d+/g).map(Number).slice(0, 4);
}

for (const size of Object.keys(SIZES)) {
  test(`an import begins with a file that is asked for in words on a ${size}`, async () => {
    const page = await set.enter({ size }, "main-user");
    await page.goto(`${set.demo.url}/import`);
    await assertGood(page);
    await page.getByRole("link", { name: "Uusi tuonti" }).first().click();
    await assertGood(page);
    await assertWalkable(page);
    await page.getByRole("button", { name: "Lue tiedosto" }).click();
    await page.getByText("Valitse tiedosto.").first().waitFor();
    await assertAccessible(page);
    await page.context().close();
  });
}

test("a workbook is checked and imported on a phone, and nobody comes in before that", async () => {
  const before = await clients();
  const page = await set.enter({ size: "phone" }, "main-user");
  await read(page, FILES.phone);
  await assertGood(page);
  await page.getByRole("button", { name: "Tarkista tiedosto" }).click();
  await page.getByText("riviä rekisteriin?").waitFor({ timeout: 30_000 });
  await assertGood(page);
  assert.deepEqual(await tally(page, "Asiakkaat"), [244, 230, 0, 14]);
  await page.getByRole("link", { name: "Ei tuoda (53)" }).waitFor();
  await page.getByText("tarkistusmerkki ei täsmää").first().waitFor();
  assert.equal(await clients(), before, "a check brings nobody");

  await page.getByRole("button", { name: "Tuo rekisteriin" }).click();
  await page.getByText("Tiedosto on tuotu rekisteriin.").waitFor({ timeout: 60_000 });
  await assertGood(page);
  assert.equal(await clients(), before + 230);
  await page.context().close();
});

test("the same people as CSV at a desk are known, and the register stays as it was", async () => {
  const before = await clients();
  const page = await set.enter({ size: "desktop" }, "main-user");
  await read(page, FILES.desktop);
  await page.getByRole("button", { name: "Tarkista tiedosto" }).click();
  await page.getByText("Tiedostossa ei ole mitään tuotavaa.").waitFor({ timeout: 30_000 });
  assert.deepEqual(await tally(page, "Tiedosto"), [244, 0, 230, 14]);
  await assertGood(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Lataa raportti (CSV)" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "import-report.csv");
  await page.getByRole("button", { name: "Peru tuonti" }).click();
  await page.getByText("Tuonti peruttiin.").waitFor();
  assert.equal(await clients(), before);
  await assertGood(page);
  await page.context().close();
});
