/** A disclosure is asked for, decided on the ground that allows it, and handed over; a withdrawn consent stops it (C3). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { ask, takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

/** Somebody who consented that the referring body gets their goals. */
async function consenting(demo, lastName) {
  const client = await takeIn(demo, lastName, "Testi");
  const consent = await ask(demo, "POST", `/clients/${client}/consents`, {
    kind: "disclosure",
    recipient: "referring-body",
    purpose: "guidance",
    what: ["records:goal"],
    manner: "screen",
    identified: "known",
    language: "fi",
  });
  return { client, consent: (await consent.json()).id };
}

const set = stage(async (demo) => ({
  phone: await consenting(demo, "Luovutettava"),
  desktop: await consenting(demo, "Annettava"),
}));

for (const size of Object.keys(SIZES)) {
  test(`a disclosure on a ${size}: asked, decided, given; then the consent is withdrawn and nothing is given (C3)`, async () => {
    const { client, consent } = set.there[size];
    const page = await set.enter({ size });
    await page.goto(`${set.demo.url}/clients/${client}/disclosures`);
    await assertAccessible(page);
    await page.getByRole("link", { name: "Uusi luovutuspyyntö" }).first().click();
    await page.getByRole("button", { name: "Tallenna ja jatka" }).click();
    await page.locator(".error-summary").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByLabel("Vastaanottaja").selectOption("referring-body");
    await page.getByLabel("Mitä pyydetään").fill("Tavoitteiden eteneminen");
    await page.getByRole("button", { name: "Tallenna ja jatka" }).click();
    await page.getByText("Pyyntö on kirjattu.").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("link", { name: /^Valitse ?, Asiakkaan suostumus/ }).click();
    assert.equal(await page.getByRole("checkbox").count(), 1, "only what the consent allows is offered");
    await page.getByRole("checkbox", { name: "Tavoite ja sen toteutuminen" }).check();
    await page.getByRole("radio", { name: /Tulosteena/ }).check();
    await assertAccessible(page);
    await page.getByRole("button", { name: "Päätä antaa" }).click();
    await page.getByText("Päätös on kirjattu.").waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Anna tiedot" }).click();
    const name = (await coming).suggestedFilename();
    assert.equal(name, "luovutus.pdf", "its name says nothing of anybody");
    await page.reload();
    await page.getByText("Tiedot annettiin").waitFor();
    await assertAccessible(page);
    await assertFits(page);

    await ask(set.demo, "POST", `/clients/${client}/consents/${consent}/withdraw`, {});
    await page.getByRole("button", { name: "Anna tiedot" }).click();
    await page.getByText("Suostumus on peruutettu. Mitään ei annettu.").first().waitFor();
    await page.getByText("Tietoja ei annettu").waitFor();
    await assertAccessible(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the register of disclosures shows its numbers as a chart that is its own table (C3)", async () => {
  for (const size of Object.keys(SIZES)) {
    const page = await set.enter({ size }, "service-manager");
    await page.goto(`${set.demo.url}/disclosures`);
    await page.getByRole("heading", { name: "Luovutusten rekisteri" }).waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.context().close();
  }
});
