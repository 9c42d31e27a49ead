/** What is due goes in a batch: one records officer proposes, another approves, a certificate tells what went (F1). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { accountOf } from "../support/people.mjs";
import { ask, idIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage(async (demo) => {
  const made = {};
  for (const [size, year] of [["phone", 2001], ["desktop", 2003]]) {
    const answer = await ask(demo, "POST", "/clients", {
      fields: { last_name: { value: "Entinen" }, first_names: { value: size }, birth_date: { value: `${year - 40}-02-01` } },
      origin: { source: "client", channel: "oral" },
      relationship: { basis: "coaching", started_on: `1.1.${year}` },
    });
    const client = idIn(answer.headers.get("location"));
    const { relationships } = await (await ask(demo, "GET", `/clients/${client}/relationships`)).json();
    const end = await fetch(`${demo.url}/api/v1/clients/${client}/relationships/${relationships[0].id}/end`, {
      method: "PUT",
      headers: {
        authorization: `Bearer ${accountOf(demo, "coach").api_token}`,
        "content-type": "application/json",
        "if-match": `"${relationships[0].version}"`,
      },
      body: JSON.stringify({ ended_on: `31.12.${year}`, placement: "unemployed" }),
    });
    assert.equal(end.status, 204, await end.text());
    made[size] = { client, due: year + 10 };
  }
  return made;
});

for (const size of Object.keys(SIZES)) {
  test(`a batch on a ${size}: what is due is chosen, another approves, the certificate stays (F1)`, async () => {
    const { client, due } = set.there[size];
    const page = await set.enter({ size }, "records-officer");
    await page.goto(`${set.demo.url}/retention`);
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("button", { name: "Esitä hävitettäväksi" }).click();
    await page.locator(".error-summary").waitFor();
    await assertAccessible(page);
    await page.getByRole("checkbox", { name: new RegExp(`^Asiakastiedot, ${due}`) }).check();
    await page.getByRole("button", { name: "Esitä hävitettäväksi" }).click();
    await page.getByText("Erä on esitetty.").waitFor();
    await page.getByRole("link", { name: /^Entinen/ }).first().waitFor();
    assert.equal(await page.getByRole("button", { name: "Hyväksy ja hävitä" }).count(), 0);
    await assertAccessible(page);
    await assertFits(page);
    const address = page.url();
    assert.deepEqual(page.complaints, []);
    await page.context().close();

    const other = await set.enter({ size }, "aino");
    await other.goto(address);
    await other.getByText("Tietoja ei saa takaisin").waitFor();
    await assertAccessible(other);
    await other.getByRole("button", { name: "Hyväksy ja hävitä" }).click();
    const certificate = other.getByRole("link", { name: "Hävitystodistus" });
    await other.getByText("Erä on hyväksytty").or(certificate).first().waitFor();
    // The demo's papers are read before it is its turn.
    for (let tries = 0; (await certificate.count()) === 0 && tries < 100; tries += 1) {
      await other.waitForTimeout(1000);
      await other.reload();
    }
    await assertAccessible(other);
    await assertFits(other);
    await certificate.click();
    await other.getByRole("heading", { name: "Säilytysluokittain" }).waitFor();
    await assertAccessible(other);
    await assertFits(other);
    const gone = await other.goto(`${set.demo.url}/clients/${client}/erasure`);
    assert.equal(gone.status(), 404);
    await other.context().close();
  });
}

test("the main user sees how long things are kept and holds nothing back alone (F1)", async () => {
  const page = await set.enter({ size: "phone" }, "main-user");
  await page.goto(`${set.demo.url}/retention`);
  await page.getByRole("heading", { name: "Säilytysluokat" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Esitä hävitettäväksi" }).count(), 0);
  await assertAccessible(page);
  await assertFits(page);
  await page.context().close();
});
