/** A coach marks a group's attendance: by keyboard at a desk, by tapping on a phone, and everybody else at once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
import { ask, gatherGroup } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage(async (demo) => ({
  desk: await gatherGroup(demo, "Pöytäpaja", [["Aalto", "Testi"], ["Berg", "Testi"], ["Cederberg", "Testi"], ["Dahl", "Testi"]]),
  phone: await gatherGroup(demo, "Puhelinpaja", [["Eklund", "Testi"], ["Forsman", "Testi"], ["Granlund", "Testi"]]),
  lost: await gatherGroup(demo, "Katkopaja", [["Hakala", "Testi"]]),
}));

/** What the server has for today, by the client's last name. */
async function stored(group) {
  const { clients } = await (await ask(set.demo, "GET", `/groups/${group}/attendance`)).json();
  return clients.map(({ mark, minutes }) => ({ mark, minutes }));
}

const saved = (page) => page.locator("#attendance-status").getByText(/tallennettu/).waitFor();

test("a group is marked by keyboard: exceptions by letters, hours by digits, undone by Ctrl+Z (B6)", async () => {
  const { group, clients } = set.there.desk;
  const page = await set.enter({ size: "desktop" });
  await page.goto(`${set.demo.url}/attendance?group=${group}`);
  const grid = page.getByRole("grid");
  await grid.waitFor();
  const mark = (client) => page.locator(`tr[data-client="${client}"] td.now`).getAttribute("data-mark");
  await page.locator(`tr[data-client="${clients[0]}"] td.now`).focus();

  await page.keyboard.press(" ");
  assert.equal(await mark(clients[0]), "present");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("s");
  assert.equal(await mark(clients[1]), "sick");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("4,5");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("p");
  await saved(page);
  await page.waitForFunction(() => !document.querySelector("td[data-pending]"));
  assert.deepEqual(await stored(group), [
    { mark: "present", minutes: 360 },
    { mark: "sick", minutes: undefined },
    { mark: "present", minutes: 270 },
    { mark: "absent", minutes: undefined },
  ]);

  await page.keyboard.press("Control+z");
  await page.locator(`tr[data-client="${clients[3]}"] td.now[data-mark="expected"]`).waitFor();
  await page.reload();
  assert.equal(await mark(clients[3]), "expected", "what was undone stays undone");
  assert.equal(await mark(clients[1]), "sick", "what was saved is there after a reload");
  assert.deepEqual(page.complaints, []);
  await assertAccessible(page);
  await page.context().close();
});

test("the grid is one stop of the Tab key, and nothing of the page is out of its reach", async () => {
  const page = await set.enter({ size: "desktop" });
  await page.goto(`${set.demo.url}/attendance?group=${set.there.desk.group}`);
  await page.getByRole("grid").waitFor();
  await assertWalkable(page);
  await page.context().close();
});

test("a group is marked by tapping on a phone, and a second tap takes back (B6)", async () => {
  const { group, clients } = set.there.phone;
  const page = await set.enter({ size: "phone" });
  await page.goto(`${set.demo.url}/attendance?group=${group}`);
  await assertFits(page);
  await assertAccessible(page);
  const choice = (client, name) => page.locator(`tr[data-client="${client}"] td.now`).getByRole("radio", { name });
  await choice(clients[0], /sairas/).tap();
  await choice(clients[1], /luvallinen/).tap();
  await saved(page);
  await choice(clients[1], /luvallinen/).tap();
  await page.waitForFunction(() => !document.querySelector("td[data-pending]"));
  await page.waitForTimeout(300);

  await page.getByRole("button", { name: "Kaikki muut läsnä" }).tap();
  await page.getByText("Läsnäolot on tallennettu.").waitFor();
  assert.deepEqual((await stored(group)).map(({ mark }) => mark), ["sick", "present", "present"]);
  await page.context().close();
});

test("marks that a lost connection kept back are said to be so, and are saved when it returns (B6)", async () => {
  const { group, clients } = set.there.lost;
  const page = await set.enter({ size: "desktop" });
  await page.goto(`${set.demo.url}/attendance?group=${group}`);
  await page.context().setOffline(true);
  await page.locator(`tr[data-client="${clients[0]}"] td.now`).focus();
  await page.keyboard.press("l");
  await page.getByRole("alert").getByText("yhteys katkesi").waitFor();
  await page.context().setOffline(false);
  await page.getByRole("alert").waitFor({ state: "hidden" });
  assert.deepEqual((await stored(group)).map(({ mark }) => mark), ["permitted"]);
  await page.context().close();
});
