/** A coach plans, starts, interrupts, resumes and completes a period, with where the client goes on (B2). */
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
  test(`a period on a ${size}: what the law refuses, start, interruption, completion with placement (B2)`, async () => {
    const page = await set.enter({ size });
    const periods = `${set.demo.url}/clients/${set.there[size]}/periods`;
    await page.goto(periods);
    await page.getByRole("link", { name: "Uusi jakso" }).first().click();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByLabel("Toimenpide").selectOption("rehabilitative-work");
    for (const day of ["ma", "ti", "ke", "to", "pe"]) await page.getByRole("checkbox", { name: day, exact: true }).check();
    await page.getByLabel("Tunnit päivässä").fill("5");
    await page.getByLabel("Päättymispäivä").fill("");
    await page.getByRole("button", { name: "Aloita jakso" }).click();
    await page.locator(".error-summary").waitFor();
    assert.equal(await page.getByLabel("Tunnit päivässä").inputValue(), "5", "what was typed is kept");
    await assertAccessible(page);

    await page.getByLabel("Toimenpide").selectOption("coaching");
    await page.getByRole("button", { name: "Aloita jakso" }).click();
    await page.getByText("Jakso on aloitettu.").waitFor();

    await end(page, /keskeytyi/, async () => {
      await page.getByLabel("Keskeytymisen syy").fill("Muutto toiselle paikkakunnalle");
    });
    await page.getByText("keskeytynyt", { exact: true }).first().waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.context().close();
  });

  test(`a period that is completed on a ${size} says where the client goes on (B2)`, async () => {
    const page = await set.enter({ size });
    await page.goto(`${set.demo.url}/clients/${set.there[size]}/periods/new`);
    await page.getByLabel("Toimenpide").selectOption("coaching");
    await page.getByRole("checkbox", { name: "ma", exact: true }).check();
    await page.getByLabel("Tunnit päivässä").fill("4");
    await page.getByRole("button", { name: "Aloita jakso" }).click();
    await page.getByText("Jakso on aloitettu.").waitFor();
    await end(page, /toteutui/, async () => {
      await page.getByRole("button", { name: "Päätä jakso" }).click();
      await page.getByRole("link", { name: /Valitse jatkosijoittuminen/ }).waitFor();
    });
    await page.getByText("toteutunut", { exact: true }).first().waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

/** Ends the period that the page shows; `meanwhile` happens before the placement is chosen. */
async function end(page, outcome, meanwhile) {
  await page.getByRole("link", { name: "Päätä jakso" }).first().click();
  await page.getByRole("radio", { name: outcome }).check();
  await meanwhile();
  await page.getByLabel("Jatkosijoittuminen").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Päätä jakso" }).click();
  await page.getByText("Jakso on päätetty.").waitFor();
}
