/** The register's duties to itself: training and reviews (E6), decisions (E7), processors (C5). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage();

for (const size of Object.keys(SIZES)) {
  test(`instructions are taught and rights are looked through on a ${size} (E6)`, async () => {
    const page = await set.enter({ size }, "main-user");
    await page.goto(`${set.demo.url}/admin`);
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("link", { name: "Ohjeet ja perehdytys" }).click();
    const title = `Tietosuoja ${size}`;
    await page.getByLabel("Opetetaan uudelleen, kuukausia").fill("vuosi");
    await page.getByRole("button", { name: "Lisää ohje" }).click();
    await page.locator(".error-summary").waitFor();
    assert.equal(await page.getByLabel("Opetetaan uudelleen, kuukausia").inputValue(), "vuosi");
    await assertAccessible(page);
    await page.getByLabel("Ohjeen nimi").fill(title);
    await page.getByLabel("Opetetaan uudelleen, kuukausia").fill("12");
    await page.getByRole("group", { name: "Keille" }).getByLabel("Valmentaja").check();
    await page.getByRole("button", { name: "Lisää ohje" }).click();
    await page.getByText("Ohje on lisätty.").waitFor();
    await page.getByText("ei opetettu").first().waitFor();
    await page.getByLabel("Työntekijä").selectOption({ index: 1 });
    await page.getByLabel("Ohje", { exact: true }).selectOption({ label: title });
    await page.getByRole("button", { name: "Kirjaa perehdytys" }).click();
    await page.getByText("Perehdytys on kirjattu.").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await assertWalkable(page);
    await page.goto(`${set.demo.url}/admin/rights`);
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`a decision is entered and a processor is added on a ${size} (E7, C5)`, async () => {
    const page = await set.enter({ size }, "main-user");
    await page.goto(`${set.demo.url}/register-decisions/new`);
    await assertAccessible(page);
    await assertFits(page);
    await page.getByLabel("Mitä päätös koskee").selectOption({ label: "Säilyttäminen" });
    await page.getByLabel("Päätöksen nimi").fill(`Säilytysajat ${size}`);
    await page.getByRole("button", { name: "Kirjaa päätös" }).click();
    await page.locator(".error-summary").waitFor();
    assert.equal(await page.getByLabel("Päätöksen nimi").inputValue(), `Säilytysajat ${size}`);
    await page.getByLabel("Päätös", { exact: true }).fill("Asiakastiedot säilytetään kymmenen vuotta.");
    await page.getByLabel("Kuka päätti").fill("Toiminnanjohtaja");
    await page.getByLabel("Toimivalta").fill("Hallintosääntö 12 §");
    await page.getByRole("button", { name: "Kirjaa päätös" }).click();
    await page.getByText("Päätös on kirjattu.").waitFor();
    await assertAccessible(page);
    await assertFits(page);

    await page.goto(`${set.demo.url}/admin/processors`);
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("link", { name: "Lisää käsittelijä tai järjestelmä" }).click();
    await page.getByRole("radio", { name: "Käsittelijä" }).check();
    await page.getByLabel("Nimi").fill(`Konesali ${size}`);
    await page.getByLabel("Mitä varten").fill("Palvelimet");
    await page.getByLabel("Mitä tietoja").fill("Kaikki asiakastiedot");
    await page.getByLabel("Maa", { exact: true }).fill("US");
    await page.getByRole("radio", { name: "Ei perustetta" }).check();
    await page.getByRole("button", { name: "Tallenna" }).click();
    await page.getByText("Ilman riittävyyspäätöstä", { exact: false }).first().waitFor();
    await assertAccessible(page);
    await page.getByLabel("Maa", { exact: true }).fill("FI");
    await page.getByRole("radio", { name: "EU tai ETA" }).check();
    await page.getByRole("button", { name: "Tallenna" }).click();
    await page.getByText("Tiedot on tallennettu.").waitFor();
    await page.getByText("sopimus puuttuu").first().waitFor();
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
