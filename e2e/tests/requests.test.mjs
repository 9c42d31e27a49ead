/** A request about own data on paper, from its receipt to the copy handed over; a refusal; a restriction that a coach meets (D1–D4). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage(async (demo) => ({
  phone: await takeIn(demo, "Pyytävä", "Testi"),
  desktop: await takeIn(demo, "Tarkastava", "Testi"),
  frozen: await takeIn(demo, "Jäädytetty", "Testi"),
}));

async function looksRight(page) {
  await assertAccessible(page);
  await assertFits(page);
}

for (const size of Object.keys(SIZES)) {
  test(`an access request on a ${size}: received on paper, copied, answered, handed over; another is refused (D1, D2)`, async () => {
    const client = set.there[size];
    const coach = await set.enter({ size });
    await coach.goto(`${set.demo.url}/clients/${client}/requests`);
    await looksRight(coach);
    await coach.getByRole("link", { name: "Kirjaa pyyntö" }).first().click();
    await coach.getByRole("button", { name: "Kirjaa pyyntö" }).click();
    await coach.locator(".error-summary").waitFor();
    await looksRight(coach);
    await coach.getByRole("radio", { name: /Omat tiedot ja jäljennös/ }).check();
    await coach.getByRole("radio", { name: /^Paperi/ }).check();
    await coach.getByLabel("Mitä asiakas pyytää").fill("Haluan nähdä kaikki tietoni.");
    await coach.getByRole("button", { name: "Kirjaa pyyntö" }).click();
    await coach.getByText("Pyyntö on kirjattu.").waitFor();
    await looksRight(coach);
    await coach.getByRole("radio", { name: "henkilöllisyystodistus" }).check();
    await coach.getByRole("button", { name: "Kirjaa varmistus" }).click();
    await coach.getByText("Henkilöllisyyden varmistus on kirjattu.").waitFor();
    await coach.getByText("Pyyntöön vastaavat").waitFor();
    const address = coach.url();
    assert.deepEqual(coach.complaints, []);
    await coach.context().close();

    const officer = await set.enter({ size }, "data-protection-officer");
    await officer.goto(`${set.demo.url}/requests?order=receipt`);
    await officer.getByRole("heading", { name: "Pyynnöt omista tiedoista" }).waitFor();
    await looksRight(officer);
    await officer.goto(address);
    await officer.getByRole("button", { name: "Koosta jäljennös" }).click();
    await officer.getByText("Jäljennöstä koostetaan. Voit jatkaa muuta työtä.").waitFor();
    await looksRight(officer);
    await made(officer, address);
    await looksRight(officer);
    await officer.getByRole("radio", { name: "Hyväksyn pyynnön" }).check();
    await officer.getByRole("button", { name: "Tee" }).click();
    await officer.getByRole("heading", { name: "Luovuta jäljennös" }).waitFor();
    await looksRight(officer);
    const coming = officer.waitForEvent("download");
    await officer.getByRole("button", { name: "Lataa ja luovuta" }).click();
    assert.equal((await coming).suggestedFilename(), "omat-tiedot.zip", "its name says nothing of anybody");
    await officer.reload();
    await officer.getByText("Jäljennös luovutettiin").waitFor();
    await officer.getByRole("link", { name: "Vastaus pyyntöösi" }).first().click();
    await officer.getByText("Tietosuojavaltuutetun toimisto").first().waitFor();
    await looksRight(officer);
    await refused(officer, client);
    assert.deepEqual(officer.complaints, []);
    await officer.context().close();
  });
}

/** Waits until the copy was made; the page tells it when it is loaded again. */
async function made(page, address) {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(address);
    if (await page.getByText("Jäljennös on valmis. Hyväksy pyyntö").count()) return;
    await pause(500);
  }
  throw new Error("the copy was not made within half a minute");
}

async function refused(page, client) {
  await page.goto(`${set.demo.url}/clients/${client}/requests/new`);
  await page.getByRole("radio", { name: /^Poistaminen/ }).check();
  await page.getByRole("radio", { name: /^Suullinen/ }).check();
  await page.getByRole("radio", { name: "työntekijä tuntee asiakkaan" }).check();
  await page.getByRole("button", { name: "Kirjaa pyyntö" }).click();
  await page.getByText("Pyyntö on kirjattu.").waitFor();
  await page.getByRole("radio", { name: "Epään pyynnön" }).check();
  await page.getByRole("button", { name: "Tee" }).click();
  await page.locator(".error-summary").waitFor();
  await looksRight(page);
  await page.getByLabel(/^Perustelut/).fill("Laki velvoittaa säilyttämään tiedot.");
  await page.getByRole("button", { name: "Tee" }).click();
  await page.getByText("Pyyntö evättiin").waitFor();
  await looksRight(page);
}

test("a restriction is set by the officer, and a coach who opens the client is told why nothing shows (D4)", async () => {
  const client = set.there.frozen;
  const officer = await set.enter({ size: "desktop" }, "data-protection-officer");
  await officer.goto(`${set.demo.url}/clients/${client}/restriction`);
  await looksRight(officer);
  await officer.getByRole("radio", { name: /kiistää tietojen paikkansapitävyyden/ }).check();
  await officer.getByLabel("Perustelut").fill("Asiakas kiistää päiväkirjan merkinnät.");
  await officer.getByRole("button", { name: "Rajoita käsittelyä" }).click();
  await officer.getByText("Käsittely on rajoitettu.").waitFor();
  await looksRight(officer);
  for (const size of Object.keys(SIZES)) {
    const coach = await set.enter({ size });
    await coach.goto(`${set.demo.url}/clients/${client}`);
    await coach.getByRole("heading", { name: "Tietojen käsittely on rajoitettu" }).waitFor();
    assert.equal(await coach.getByText("Jäädytetty").count(), 0, "no name is shown");
    await looksRight(coach);
    await coach.context().close();
  }
  await officer.getByLabel("Milloin asiakkaalle kerrottiin").fill("tänään");
  await officer.getByLabel("Miten kerrottiin").fill("puhelimitse");
  await officer.getByLabel("Miksi rajoitus poistetaan").fill("Merkinnät on tarkistettu yhdessä.");
  await officer.getByRole("button", { name: "Poista rajoitus" }).click();
  await officer.getByText("Rajoitus on poistettu.").waitFor();
  await looksRight(officer);
  await officer.context().close();
});
