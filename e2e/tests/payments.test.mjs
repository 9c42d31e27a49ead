/** A month for the payer: seen, confirmed and corrected; allowances counted, confirmed and taken to the bank. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
import { ask } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

/** The month before this one, as addresses name it, and as people do. */
const now = new Date();
const last = new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1));
const month = last.toISOString().slice(0, 7);

const set = stage(async (demo) => {
  const overview = await (await ask(demo, "GET", `/allowances?month=${month}`, undefined, "service-manager")).json();
  return { overview };
});

for (const size of Object.keys(SIZES)) {
  test(`two presses lead from attendance to the month for the payer on a ${size} (B6)`, async () => {
    const page = await set.enter({ size });
    await page.goto(`${set.demo.url}/attendance`);
    await page.getByRole("link", { name: "Kuukausi maksajalle" }).click();
    await page.getByRole("link", { name: /^‹ / }).click();
    await page.getByRole("columnheader", { name: "Tila" }).waitFor();
    assert.match(page.url(), new RegExp(`month=${month}`));
    await assertFits(page);
    await assertAccessible(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a manager confirms a month; a coach corrects a day of it; the manager decides (B6)", async () => {
  const manager = await set.enter({ size: "desktop" }, "service-manager");
  await manager.goto(`${set.demo.url}/months?month=${month}`);
  const confirm = manager.getByRole("button", { name: /^Vahvista valmiit/ });
  if (await confirm.isVisible()) {
    await confirm.click();
    await manager.getByText(/Kuukausi on vahvistettu|Valmiit on vahvistettu/).waitFor();
  }
  await assertWalkable(manager);
  const row = manager.getByRole("row").filter({ hasText: "vahvistettu" }).first();
  await row.getByRole("link").first().click();
  await manager.getByText("Merkinnät on lukittu").waitFor();
  await assertAccessible(manager);
  const client = new URL(manager.url()).pathname.split("/")[2];
  const { people } = await (await ask(set.demo, "GET", `/clients/${client}/months?month=${month}`, undefined, "service-manager")).json();
  const attended = people[0].days.find(({ mark }) => mark === "present").date;

  await manager.getByRole("link", { name: "Tee korjaus" }).click();
  await manager.getByRole("button", { name: "Lähetä vahvistettavaksi" }).click();
  await manager.getByText("Kirjoita syy").first().waitFor();
  await manager.getByLabel("Päivä", { exact: true }).fill(attended.split("-").reverse().map(Number).join("."));
  await manager.getByLabel("sairas").check();
  await manager.getByLabel("Syy").fill("Todistus saatiin jälkikäteen");
  await assertAccessible(manager);
  await manager.getByRole("button", { name: "Lähetä vahvistettavaksi" }).click();
  await manager.getByText("odottaa vahvistusta").waitFor();
  await manager.getByRole("button", { name: /^Vahvista korjaus/ }).click();
  await manager.getByText("Korjaus on vahvistettu ja merkintä muutettu.").waitFor();
  assert.deepEqual(manager.complaints, []);
  await manager.context().close();
});

test("allowances are counted, confirmed and taken to the bank as a file (B6, A2)", async () => {
  const main = await set.enter({ size: "desktop" }, "main-user");
  await main.goto(`${set.demo.url}/admin/payer`);
  await main.getByLabel("Maksajan nimi").fill("Esimerkin työpaja");
  await main.getByLabel("Tilinumero (IBAN)").fill("FI21 1234 5600 0007 86");
  await main.getByRole("button", { name: "Tallenna" }).click();
  await main.getByText(/tarkist/i).first().waitFor();
  await main.getByLabel("Tilinumero (IBAN)").fill("FI21 1234 5600 0007 85");
  await main.getByRole("button", { name: "Tallenna" }).click();
  await main.getByText("Maksajan tiedot on tallennettu.").waitFor();
  await assertAccessible(main);
  await main.context().close();

  const page = await set.enter({ size: "phone" }, "service-manager");
  await page.goto(`${set.demo.url}/allowances?month=${month}`);
  await assertFits(page);
  await assertAccessible(page);
  await page.getByRole("button", { name: "Laske luonnos" }).click();
  await page.getByText("tallennettu luonnokseksi").waitFor();
  await page.getByRole("button", { name: "Vahvista laskelma" }).click();
  await page.getByText("Laskelma on vahvistettu.").waitFor();
  await assertFits(page);
  await assertAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Lataa maksuaineisto" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), `maksut-${month}.xml`);
  const xml = await readFile(await download.path(), "utf8");
  assert.match(xml, /<CtrlSum>\d+\.\d\d<\/CtrlSum>/);
  assert.match(xml, /<Ustrd>Maksu<\/Ustrd>/);
  await page.reload();
  await page.getByRole("button", { name: "Merkitse maksetuksi" }).click();
  await page.getByText("Laskelma on merkitty maksetuksi.").waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
