/** Every main page of a coach works without JavaScript: reading, marking attendance, writing a note, finding (H2). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { gatherGroup } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage(async (demo) => ({
  phone: await gatherGroup(demo, "Puhelinpaja", [["Puhelinen", "Testi"], ["Toinen", "Testi"]]),
  desktop: await gatherGroup(demo, "Pöytäpaja", [["Pöytänen", "Testi"], ["Toinen", "Testi"]]),
}));

for (const size of Object.keys(SIZES)) {
  test(`the pages of a coach are whole without a script on a ${size}`, async () => {
    const page = await set.enter({ size, script: false });
    const client = `/clients/${set.there[size].clients[0]}`;
    const parts = ["", "/diary", "/diary/new", "/goals", "/goals/new", "/contacts", "/contacts/new", "/periods", "/attendance"];
    for (const path of ["/", "/today/note", "/clients", "/clients/new", "/attendance", "/tasks", ...parts.map((part) => client + part)]) {
      const answer = await page.goto(set.demo.url + path);
      assert.equal(answer.status(), 200, path);
      await page.locator("h1").waitFor();
      await assertFits(page);
    }
    await page.context().close();
  });

  test(`a group is marked by sending a form on a ${size} (B6)`, async () => {
    const { group, clients } = set.there[size];
    const page = await set.enter({ size, script: false });
    await page.goto(`${set.demo.url}/attendance?group=${group}`);
    const row = (client) => page.locator(`tr[data-client="${client}"] td.now`);
    await row(clients[0]).getByRole("radio", { name: /sairas/ }).check({ force: true });
    await page.getByRole("button", { name: "Kaikki muut läsnä" }).click();
    await page.getByText("Läsnäolot on tallennettu.").waitFor();
    assert.equal(await row(clients[0]).getAttribute("data-mark"), "sick");
    assert.equal(await row(clients[1]).getAttribute("data-mark"), "present");
    await page.getByRole("button", { name: "Kumoa" }).click();
    await page.getByText("Viimeisin merkintä on kumottu.").waitFor();
    assert.equal(await row(clients[1]).getAttribute("data-mark"), "expected");
    await page.context().close();
  });

  test(`a note is kept as a draft and saved by sending forms on a ${size} (B5)`, async () => {
    const page = await set.enter({ size, script: false });
    await page.locator(".row", { hasText: size === "phone" ? "Puhelinen" : "Pöytänen" }).getByRole("link", { name: /^Merkintä/ }).click();
    await page.getByLabel("Mitä tapahtui?").fill("Ilman ohjelmakoodia.");
    await page.getByRole("button", { name: "Tallenna luonnoksena" }).click();
    await page.getByText("Luonnos on tallennettu.").waitFor();
    assert.equal(await page.getByLabel("Mitä tapahtui?").inputValue(), "Ilman ohjelmakoodia.");
    await page.getByRole("button", { name: "Tallenna", exact: true }).click();
    await page.getByText("Merkintä on tallennettu.").waitFor();
    await page.context().close();
  });

  test(`somebody is found by sending the field on a ${size}`, async () => {
    const page = await set.enter({ size, script: false });
    await page.locator("#find").fill("toinen testi");
    await page.locator("#find").press("Enter");
    await page.locator("main").getByRole("link", { name: /^Toinen/ }).first().waitFor();
    assert.doesNotMatch(page.url(), /toinen/i);
    await page.context().close();
  });
}
