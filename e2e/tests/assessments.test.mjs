/** A coach assesses, the client answers by a one-time link on a phone, both stand side by side; skills are marked (B7). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, SIZES } from "../support/browser.mjs";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
import { ask, takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const COPING = "coping-at-work.1";
const RHYTHM = ["on-time", "telling", "breaks", "whole-day"];

const set = stage(async (demo) => ({
  phone: await assessed(demo, "Puhelinen"),
  desktop: await assessed(demo, "Pöytänen"),
}));

/** Somebody who has been assessed once before. */
async function assessed(demo, name) {
  const client = await takeIn(demo, name, "Testi");
  const begun = { edition: COPING, phase: "start", dated: "eilen" };
  const made = await (await ask(demo, "POST", `/clients/${client}/assessments`, begun)).json();
  const page = `/clients/${client}/assessments/${made.id}`;
  const answers = Object.fromEntries(RHYTHM.map((item) => [item, "2"]));
  const saved = await fetch(`${demo.url}/api/v1${page}`, {
    method: "PUT",
    headers: {
      authorization: `Bearer ${demo.accounts.find((one) => one.role === "coach").api_token}`,
      "content-type": "application/json",
      "if-match": '"1"',
    },
    body: JSON.stringify({ answers }),
  });
  assert.equal(saved.status, 200);
  await ask(demo, "POST", `${page}/completion`, { version: 2 });
  return client;
}

/** The answers to a question, by its words. */
const question = (page, words) => page.locator("fieldset", { has: page.locator("legend", { hasText: words }) });

for (const size of Object.keys(SIZES)) {
  test(`coach and client assess, side by side, on a ${size} (B7)`, async () => {
    const page = await set.enter({ size });
    const list = `${set.demo.url}/clients/${set.there[size]}/assessments`;
    await page.goto(list);
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("link", { name: "Uusi arviointi" }).click();
    await page.getByRole("radio", { name: "Työssä selviytyminen" }).check();
    await assertAccessible(page);
    await page.getByRole("button", { name: "Aloita arviointi" }).click();
    await page.getByText(/Edellinen .*valmentaja: 2 harvoin/).first().waitFor();
    await assertFits(page);
    await assertAccessible(page);
    const form = page.url();

    // What is half done is kept without pressing anything.
    await question(page, "Tulee työhön sovittuun aikaan").getByRole("radio", { name: "4 usein" }).check();
    await page.getByText("Tallennettu", { exact: true }).waitFor();
    await page.reload();
    assert.ok(await question(page, "Tulee työhön sovittuun aikaan").getByRole("radio", { name: "4 usein" }).isChecked());

    await page.getByRole("button", { name: "Tee linkki asiakkaan puhelimeen" }).click();
    const link = await page.locator("code.secret").innerText();
    await assertAccessible(page);

    const phone = await openPage(set.browser, { size: "phone" });
    await phone.goto(link);
    await assertAccessible(phone);
    await assertWalkable(phone);
    await assertFits(phone);
    assert.equal(await phone.getByText("Testi").count(), 0, "it says nothing about who");
    for (const words of ["Tulen työhön", "Ilmoitan poissaolostani", "Palaan tauolta"]) {
      await question(phone, words).getByRole("radio", { name: "3 vaihtelevasti" }).check();
    }
    await phone.getByLabel(/Mikä auttaa sinua/).fill("Hyvä porukka");
    await phone.getByText("Tallennettu", { exact: true }).waitFor();
    await phone.getByRole("button", { name: "Anna vastaukset" }).click();
    await phone.getByRole("heading", { name: "Kiitos!" }).waitFor();
    await assertAccessible(phone);
    const again = await phone.goto(link);
    assert.equal(again.status(), 404, "a link serves once");
    await phone.context().close();

    await page.goto(form);
    await page.getByText("asiakas on vastannut").first().waitFor();
    for (const words of ["Ilmoittaa poissaolosta", "Palaa tauolta"]) {
      await question(page, words).getByRole("radio", { name: "4 usein" }).check();
    }
    await page.getByRole("button", { name: "Merkitse valmiiksi" }).click();
    await page.getByText("Arviointi on valmis.").waitFor();
    await page.getByText("Hyvä porukka").waitFor();
    await page.getByText("+2,0, parempi").first().waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.goto(list);
    assert.ok((await page.locator("svg.chart").count()) >= 4, "a radar and a line for each part");
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("skills are marked from the list of the workshops (B7)", async () => {
  const page = await set.enter({ size: "phone" });
  await page.goto(`${set.demo.url}/clients/${set.there.phone}/skills`);
  await assertAccessible(page);
  await assertFits(page);
  await page.getByLabel("Taito").selectOption({ label: "Keittiö: Astiahuolto" });
  await page.getByRole("radio", { name: "osaa itsenäisesti" }).check();
  await page.getByRole("button", { name: "Merkitse" }).click();
  await page.getByText("Osaaminen on merkitty.").waitFor();
  await assertAccessible(page);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the main user makes another version of an instrument (B7)", async () => {
  const page = await set.enter({ size: "desktop" }, "main-user");
  await page.goto(`${set.demo.url}/instruments`);
  await assertAccessible(page);
  await assertFits(page);
  await page.getByRole("link", { name: "Kotoutuminen" }).click();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Tee uusi versio" }).click();
  await page.getByText("Luonnos on aloitettu.").waitFor();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Tallenna ja ota käyttöön" }).click();
  await page.getByText("Mittari on otettu käyttöön.").waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
