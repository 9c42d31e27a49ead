/** Where paper lies and who has taken what (F2), and packages for the archive (F3). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage(async (demo) => ({
  phone: await takeIn(demo, "Kansio", "Puhelin"),
  desktop: await takeIn(demo, "Kansio", "Pöytä"),
}));

for (const size of Object.keys(SIZES)) {
  test(`a folder on a ${size}: what is missing is told, it is added, taken and brought back (F2)`, async () => {
    const page = await set.enter({ size });
    await page.goto(`${set.demo.url}/clients/${set.there[size]}/paper`);
    await page.getByText("Asiakkaalla ei ole paperikansioita.").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByLabel("Mitä kansiossa on").fill("Lähete ja sopimukset");
    await page.getByLabel("Paikka").selectOption({ label: "Kaappi 1" });
    await page.getByLabel("Säilytysluokka").selectOption({ index: 1 });
    await page.getByLabel("Ensimmäinen vuosi").fill("viime");
    await page.getByRole("button", { name: "Lisää kansio" }).click();
    await page.locator(".error-summary").waitFor();
    assert.equal(await page.getByLabel("Ensimmäinen vuosi").inputValue(), "viime", "what was typed is kept");
    await assertAccessible(page);
    await page.getByLabel("Ensimmäinen vuosi").fill("2025");
    await page.getByRole("button", { name: "Lisää kansio" }).click();
    await page.getByText("Kansio on lisätty.").waitFor();
    await page.getByText("paikallaan", { exact: true }).waitFor();

    await page.getByText("Ota kansio").click();
    await page.getByLabel("Mihin").fill("Verkostopalaveriin");
    await assertAccessible(page);
    await page.getByRole("button", { name: /^Kirjaa otetuksi/ }).click();
    await page.getByText("Kansio on kirjattu otetuksi.").waitFor();
    await page.getByText("lainassa", { exact: true }).waitFor();
    await page.goto(`${set.demo.url}/paper`);
    await page.getByRole("link", { name: new RegExp("Kansio") }).first().waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.goto(`${set.demo.url}/clients/${set.there[size]}/paper`);
    await page.getByRole("button", { name: /^Kirjaa palautetuksi/ }).click();
    await page.getByText("Kansio on kirjattu palautetuksi.").waitFor();
    await page.getByText("Otettu kerran").click();
    await page.getByText("Verkostopalaveriin").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the records officer keeps the places and their keys (F2)", async () => {
  for (const size of Object.keys(SIZES)) {
    const page = await set.enter({ size }, "records-officer");
    await page.goto(`${set.demo.url}/paper`);
    await assertAccessible(page);
    await assertFits(page);
    await page.getByLabel("Nimi").fill(`Kaappi ${size}`);
    await page.getByRole("button", { name: "Lisää", exact: true }).click();
    await page.locator(".error-summary").waitFor();
    assert.equal(await page.getByLabel("Nimi").inputValue(), `Kaappi ${size}`);
    await page.getByLabel("Missä se on").fill("Aula");
    await page.getByLabel("lukittu kaappi").check();
    await page.getByRole("button", { name: "Lisää", exact: true }).click();
    await page.getByText("Paikka on lisätty.").waitFor();
    await page.getByLabel("Kenelle").selectOption({ label: "Maija Valmentaja" });
    await page.getByLabel("Minkä paikan avain").selectOption({ label: `Kaappi ${size}` });
    await page.getByRole("button", { name: "Anna avain" }).click();
    await page.getByText("Avain on kirjattu.").waitFor();
    await assertAccessible(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("the records officer has a package made for the archive, and fetches it (F3)", async () => {
  for (const size of Object.keys(SIZES)) {
    const page = await set.enter({ size }, "records-officer");
    await page.goto(`${set.demo.url}/archive`);
    await page.getByText("Kenenkään säilytysaika ei ole kulunut tässä luokassa.").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.goto(`${set.demo.url}/clients/${set.there[size]}/archive`);
    await page.getByText("Asiakkaasta ei ole tehty arkistopakettia.").waitFor();
    await assertAccessible(page);
    await page.getByRole("button", { name: "Tee paketti" }).click();
    const ready = page.getByRole("button", { name: "Hae paketti" });
    await page.getByText("Paketti tehdään.", { exact: false }).or(ready).first().waitFor();
    const isReady = () => ready.isVisible();
    for (let tries = 0; tries < 60 && !(await isReady()); tries += 1) {
      await page.waitForTimeout(1000);
      await page.reload();
    }
    await assertAccessible(page);
    await assertFits(page);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Hae paketti" }).click();
    const file = await coming;
    assert.match(file.suggestedFilename(), /^arkistopaketti-[0-9a-f]{8}\.zip$/);
    await page.reload();
    await page.getByText("Haettu", { exact: true }).waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});
