/** Erasing a client's data: what goes and what stays is seen, one proposes, another approves, a certificate stays (D4). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage(async (demo) => ({
  phone: await takeIn(demo, "Poistuja", "Puhelin"),
  desktop: await takeIn(demo, "Poistuja", "Pöytä"),
}));

for (const size of Object.keys(SIZES)) {
  test(`an erasure on a ${size}: the law is shown, two people decide, and the client is gone (D4)`, async () => {
    const client = set.there[size];
    const page = await set.enter({ size }, "main-user");
    await page.goto(`${set.demo.url}/clients/${client}/erasure`);
    await page.getByText("Laki vaatii säilyttämään").first().waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("button", { name: "Esitä poistamista" }).click();
    await page.locator(".error-summary").waitFor();
    await assertAccessible(page);
    await page.getByLabel("Peruste", { exact: true }).selectOption("unlawful");
    await page.getByLabel("Perustelu").first().fill("Kirjattu erehdyksessä.");
    await page.getByRole("button", { name: "Esitä poistamista" }).click();
    await page.getByText("Poistamista on esitetty.").first().waitFor();
    await page.getByText("odottaa päätöstä").first().waitFor();
    assert.equal(await page.getByRole("button", { name: "Hyväksy poistaminen" }).count(), 0);
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();

    const officer = await set.enter({ size }, "data-protection-officer");
    await officer.goto(`${set.demo.url}/retention`);
    await officer.getByRole("link", { name: /^Poistuja/ }).first().click();
    await officer.getByText("Tietoja ei saa takaisin").waitFor();
    await assertAccessible(officer);
    await assertFits(officer);
    await officer.getByRole("button", { name: "Hyväksy poistaminen" }).click();
    const certificate = officer.getByRole("link", { name: /^Tietojen poistaminen/ }).first();
    await officer.getByText("Poistaminen on hyväksytty").or(certificate).first().waitFor();
    for (let tries = 0; (await certificate.count()) === 0 && tries < 200; tries += 1) {
      await officer.waitForTimeout(200);
      await officer.reload();
    }
    await assertAccessible(officer);
    await assertFits(officer);
    await certificate.click();
    await officer.getByRole("heading", { name: "Hävitystodistus" }).waitFor();
    await officer.getByText("Käsittely on ollut lainvastaista").waitFor();
    await assertAccessible(officer);
    await assertFits(officer);
    await officer.getByRole("link", { name: "Tulosta todistus" }).waitFor();
    const gone = await officer.goto(`${set.demo.url}/clients/${client}/erasure`);
    assert.equal(gone.status(), 404);
    await officer.context().close();
  });
}

test("a legal hold is placed and lifted on the client's page (F1)", async () => {
  const client = await takeIn(set.demo, "Pidettävä", "Pirkko");
  const page = await set.enter({ size: "phone" }, "main-user");
  await page.goto(`${set.demo.url}/clients/${client}/erasure`);
  await page.getByText("Aseta pito").first().click();
  await page.locator("#holds").getByLabel("Perustelu").fill("Kantelu on vireillä.");
  await page.locator("#holds").getByRole("button", { name: "Aseta pito" }).click();
  await page.getByText("Pito on asetettu.").waitFor();
  await page.getByText("Oikeudellinen pito").first().waitFor();
  await assertAccessible(page);
  await assertFits(page);
  await page.getByRole("button", { name: /^Poista pito/ }).click();
  await page.getByText("Pito on poistettu.").waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
