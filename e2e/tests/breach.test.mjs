/** A breach: anyone reports it, the officer assesses it, tells the authority and the people, and closes it (D5). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
import { takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const NAMES = { phone: "Puhelin", desktop: "Pöytä" };

const set = stage(async (demo) => ({
  phone: await takeIn(demo, "Loukattu", NAMES.phone),
  desktop: await takeIn(demo, "Loukattu", NAMES.desktop),
}));

for (const size of Object.keys(SIZES)) {
  test(`a breach from its report to its end on a ${size} (D5)`, async () => {
    const what = `Puhelin katosi bussissa (${size})`;
    const coach = await set.enter({ size });
    await coach.goto(`${set.demo.url}/breaches/report`);
    await coach.getByRole("button", { name: "Lähetä ilmoitus" }).click();
    await coach.locator(".error-summary").waitFor();
    await assertAccessible(coach);
    await coach.getByLabel("Mitä tapahtui").fill(what);
    await coach.getByRole("button", { name: "Lähetä ilmoitus" }).click();
    await coach.getByText("Kiitos, ilmoitus on mennyt").waitFor();
    await coach.context().close();

    const page = await set.enter({ size }, "data-protection-officer");
    await page.goto(`${set.demo.url}/breaches`);
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("link", { name: what }).click();
    await page.getByText("Ilmoitukseen valvontaviranomaiselle on aikaa", { exact: false }).waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await assertWalkable(page);
    await page.getByRole("button", { name: "Tallenna arvio" }).click();
    await page.locator(".error-summary").waitFor();
    assert.equal(await page.getByLabel("Mitä tapahtui").inputValue(), what, "what was typed is kept");
    await assertAccessible(page);
    await page.getByRole("group", { name: "Mitä tietoja loukkaus koskee" }).getByRole("checkbox").first().check();
    await page.getByLabel("Mitä siitä voi seurata ihmisille").fill("Sivullinen voi nähdä nimiä.");
    await page.getByLabel("Mitä on tehty ja mitä tehdään").fill("Puhelin lukittiin.");
    await page.getByRole("radio", { name: "Korkea riski" }).check();
    await page.getByLabel("Arvion perustelut").fill("Puhelinta ei ollut salattu.");
    await page.getByRole("button", { name: "Tallenna arvio" }).click();
    await page.getByText("Arvio on tallennettu.").waitFor();
    await assertAccessible(page);
    await assertFits(page);

    await page.getByRole("link", { name: "Ilmoituksen sisältö" }).click();
    await page.getByText("Ilmoitettavat tiedot").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.goBack();
    await page.getByRole("button", { name: "Kirjaa ilmoitus" }).click();
    await page.getByText("Ilmoitettu valvontaviranomaiselle ajoissa.").waitFor();

    await page.getByLabel("suomi").fill("Puhelin, jossa oli nimesi, katosi.\n\nOle varovainen, jos saat outoja puheluja.");
    await page.getByRole("button", { name: "Tallenna teksti" }).click();
    await page.getByText("Teksti on tallennettu.").waitFor();
    await page.getByLabel("Nimi, henkilötunnus tai puhelinnumero").fill(`Loukattu ${NAMES[size]}`);
    await page.getByRole("button", { name: "Hae", exact: true }).last().click();
    await page.getByRole("button", { name: /^Lisää/ }).first().click();
    await page.getByText("Henkilö on lisätty.").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("button", { name: /^Kirje lähetetty/ }).click();
    await page.getByText("Ilmoittaminen on kirjattu.").waitFor();
    await page.getByRole("button", { name: "Päätä käsittely" }).click();
    await page.getByText("Käsittely on päätetty.").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
