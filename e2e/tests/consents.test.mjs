/** A consent is given with the text in sight, and withdrawn from the same place by one press (C1). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage(async (demo) => ({
  phone: await takeIn(demo, "Suostuja", "Puhelin"),
  desktop: await takeIn(demo, "Suostuja", "Pöytä"),
}));

for (const size of Object.keys(SIZES)) {
  test(`a consent on a ${size}: what is missing is told, it is given, and one press withdraws it (C1)`, async () => {
    const page = await set.enter({ size });
    await page.goto(`${set.demo.url}/clients/${set.there[size]}/consents`);
    await page.getByText("Voimassa olevia suostumuksia ei ole.").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("link", { name: /^Anna suostumus ?, Lähettävä taho/ }).click();
    assert.equal(await page.getByLabel("Kenelle tietoja saa antaa").inputValue(), "referring-body");
    await page.getByText("Suostun siihen, että rekisterinpitäjä antaa").first().waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByLabel("Tarkoitus").selectOption({ index: 1 });
    await page.getByLabel("Viimeinen päivä").fill("eilen");
    await page.getByRole("button", { name: "Kirjaa suostumus" }).click();
    await page.locator(".error-summary").waitFor();
    assert.equal(await page.getByLabel("Viimeinen päivä").inputValue(), "eilen", "what was typed is kept");
    await assertAccessible(page);
    await page.getByLabel("Viimeinen päivä").fill("");
    await page.getByRole("checkbox", { name: "Tavoite ja sen toteutuminen" }).check();
    await page.getByRole("button", { name: "Kirjaa suostumus" }).click();
    await page.getByText("Suostumus on kirjattu.").waitFor();
    await page.getByText("voimassa", { exact: true }).first().waitFor();
    await assertAccessible(page);
    await assertFits(page);

    await page.getByRole("button", { name: /^Peruuta suostumus ?, Lähettävä taho/ }).click();
    await page.getByText("Suostumus on peruutettu.").waitFor();
    await page.getByText("peruutettu", { exact: true }).first().waitFor();
    assert.equal(await page.getByRole("button", { name: /Peruuta suostumus/ }).count(), 0);
    await assertAccessible(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the main user writes the text that people read, and what is published stays (C1)", async () => {
  const page = await set.enter({ size: "desktop" }, "main-user");
  await page.goto(`${set.demo.url}/consent-statements`);
  await assertAccessible(page);
  await page.getByRole("link", { name: /Kirjoita uusi versio/ }).first().click();
  await page.getByLabel("suomi").fill("Suostun siihen, että tietoni annetaan tässä mainitulle taholle.");
  await page.getByRole("button", { name: "Tallenna luonnoksena" }).click();
  await page.getByText("Luonnos on tallennettu.").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Julkaise" }).click();
  await page.getByText("Teksti on julkaistu.").waitFor();
  await page.getByText("Suostun siihen, että tietoni annetaan tässä mainitulle taholle.").waitFor();
  await page.context().close();
});

test("anyone who works here sees why they may (C2)", async () => {
  for (const size of Object.keys(SIZES)) {
    const page = await set.enter({ size });
    await page.goto(`${set.demo.url}/legal-bases`);
    await page.getByRole("heading", { name: "Oikeusperusteet" }).waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.context().close();
  }
});
