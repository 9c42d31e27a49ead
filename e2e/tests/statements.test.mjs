/** A statement is drafted with one press, edited, sent and signed; what is due and what is kept beside it (B8, B11, A4). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { ask, startPeriod, takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

async function somebody(demo, name) {
  const client = await takeIn(demo, name, "Testi");
  await startPeriod(demo, client);
  const made = await ask(demo, "POST", `/clients/${client}/goals`, { title: "Säännöllinen päivärytmi", target: "4" });
  const { id } = await made.json();
  await ask(demo, "POST", `/clients/${client}/goals/${id}/progress`, { level: "3", note: "Kolmas täysi viikko" });
  return client;
}

const set = stage(async (demo) => ({
  phone: await somebody(demo, "Puhelinen"),
  desktop: await somebody(demo, "Pöytänen"),
}));

for (const size of Object.keys(SIZES)) {
  test(`a final statement on a ${size}: drafted with one press, edited, sent, signed by the manager (B8)`, async () => {
    const page = await set.enter({ size });
    const client = `${set.demo.url}/clients/${set.there[size]}`;
    await page.goto(client);
    await page.getByRole("link", { name: "Lausunnot" }).click();
    await assertAccessible(page);
    await assertFits(page);
    const began = performance.now();
    await page.getByRole("button", { name: "Luonnostele: Loppulausunto" }).click();
    await page.getByText("Luonnos on tehty asiakkaan tiedoista.").waitFor();
    assert.ok(performance.now() - began < 10_000, "a draft takes less than ten seconds");
    assert.match(await page.getByLabel("Tavoitteet").inputValue(), /askel 3\/4/);
    await assertAccessible(page);
    await assertFits(page);

    await page.getByLabel("Tavoitteet").fill("Omin sanoin");
    await page.getByRole("button", { name: /Hae tiedoista uudelleen ?, Tavoitteet/ }).click();
    await page.getByText("Teksti ennen hakua").waitFor();
    await page.getByText("Omin sanoin", { exact: true }).waitFor();
    assert.match(await page.getByLabel("Tavoitteet").inputValue(), /askel 3\/4/);

    await page.getByLabel("Valmentajan arvio").fill("Selvä edistys.");
    await page.getByRole("button", { name: "Tallenna ja katso" }).click();
    await page.getByText("Lausunto on tallennettu.").waitFor();
    await page.locator("article.statement").getByText("Selvä edistys.").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("button", { name: "Lähetä allekirjoitettavaksi" }).click();
    await page.getByText("Lausunto odottaa allekirjoitusta.").waitFor();
    const statement = page.url();
    await page.context().close();

    const manager = await set.enter({ size }, "service-manager");
    await manager.goto(`${statement}/sign`);
    await assertAccessible(manager);
    await manager.getByRole("button", { name: "Allekirjoita" }).click();
    await manager.getByText("Lausunto on allekirjoitettu.").waitFor();
    await manager.getByText(/Allekirjoittanut/).first().waitFor();
    await manager.goto(`${set.demo.url}/reminders`);
    await assertAccessible(manager);
    await assertFits(manager);
    assert.deepEqual(manager.complaints, []);
    await manager.context().close();
  });

  test(`histories and a narrative on a ${size} (A4, B13)`, async () => {
    const page = await set.enter({ size });
    const client = `${set.demo.url}/clients/${set.there[size]}`;
    await page.goto(`${client}/histories`);
    const work = page.locator("#history-work");
    await work.getByRole("link", { name: /^Lisää/ }).click();
    await work.getByLabel("Työpaikka ja työtehtävä").fill("Sahan kuivaamo");
    await work.getByLabel("Alkaen").fill("8/2019");
    await work.getByLabel("Päättyen").fill("2021");
    await work.getByRole("button", { name: "Tallenna" }).click();
    await page.getByText("8/2019–2021").waitFor();
    await assertAccessible(page);
    await assertFits(page);

    await page.goto(`${client}/narratives/new`);
    await page.getByLabel("Otsikko").fill("Syksyn jakso");
    await page.getByLabel("Kertomus", { exact: true }).fill("Aloitti puupajalla.");
    await page.getByRole("button", { name: "Tallenna" }).click();
    await page.getByText("Kertomus on tallennettu.").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
