/** What a coach types is never lost: not by a reload, not by an expired session, not by a lost connection (B5). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../support/browser.mjs";
import { signInAs } from "../support/people.mjs";
import { takeIn } from "../support/service.mjs";
import { stage } from "../support/stage.mjs";

const set = stage(async (demo) => ({
  reloaded: await takeIn(demo, "Ladattava", "Testi"),
  expired: await takeIn(demo, "Vanheneva", "Testi"),
  offline: await takeIn(demo, "Katkeava", "Testi"),
  closed: await takeIn(demo, "Sulkeutuva", "Testi"),
}));

const note = (client) => `${set.demo.url}/clients/${client}/diary/new`;
const text = (page) => page.getByLabel("Mitä tapahtui?");
const line = (page) => page.locator("[data-draft]");

/** What the browser has stored of drafts, as text. */
const left = (page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("polku-draft-")));

test("a note that nobody saved is there after a reload, and on the day's list", async () => {
  const page = await set.enter({ size: "phone" });
  await page.goto(note(set.there.reloaded));
  await text(page).pressSequentially("Kesken jäi");
  await line(page).getByText("Luonnos tallennettu").waitFor();
  await page.reload();
  assert.equal(await text(page).inputValue(), "Kesken jäi");
  await page.goto(set.demo.url);
  await page.getByRole("link", { name: /Merkintä, Ladattava/ }).click();
  assert.equal(await text(page).inputValue(), "Kesken jäi");

  await page.getByRole("button", { name: "Tallenna", exact: true }).click();
  await page.getByText("Merkintä on tallennettu.").waitFor();
  await page.goto(set.demo.url);
  assert.equal(await page.getByRole("link", { name: /Merkintä, Ladattava/ }).count(), 0, "a finished note is no draft");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a note survives the end of a session: signing in on another tab saves it", async () => {
  const page = await openPage(set.browser, { size: "desktop" });
  await signInAs(page, set.demo, "coach");
  await page.goto(note(set.there.expired));
  await text(page).pressSequentially("Alku.");
  await line(page).getByText("Luonnos tallennettu").waitFor();
  await page.context().clearCookies();
  await text(page).pressSequentially(" Loppu.");
  await line(page).getByText("Istuntosi on päättynyt").waitFor();

  const other = await page.context().newPage();
  await signInAs(other, set.demo, "coach");
  await text(page).pressSequentially("!");
  await page.getByRole("button", { name: "Tallenna", exact: true }).click();
  await page.getByText("Merkintä on tallennettu.").waitFor();
  await page.getByText("Alku. Loppu.!").waitFor();
  await page.context().close();
});

test("what a lost connection leaves in the browser is encrypted, and is saved when it returns", async () => {
  const page = await set.enter({ size: "desktop" });
  await page.goto(note(set.there.offline));
  await text(page).focus();
  await page.waitForResponse((answer) => answer.url().endsWith("/account/session-key")).catch(() => {});
  await page.context().setOffline(true);
  await text(page).pressSequentially("Salainen sana");
  await line(page).getByText("Tallessa tällä laitteella").waitFor();
  const kept = await left(page);
  assert.equal(kept.length, 1);
  const [[name, value]] = kept;
  assert.doesNotMatch(name + value + atob(value), /Salainen|Katkeava/, "nothing that was typed can be read");
  assert.ok(!name.includes(set.there.offline), "its name says nothing about the client");

  await page.context().setOffline(false);
  await line(page).getByText("Luonnos tallennettu").waitFor();
  assert.deepEqual(await left(page), [], "what is on the server is no longer here");
  await page.context().close();
});

test("a page that was closed without a connection gives its note back when somebody writes again", async () => {
  const page = await set.enter({ size: "desktop" });
  await page.goto(note(set.there.closed));
  await text(page).focus();
  await page.waitForTimeout(500);
  await page.context().setOffline(true);
  await text(page).pressSequentially("Ehdin kirjoittaa tämän");
  await line(page).getByText("Tallessa tällä laitteella").waitFor();
  await page.close();

  const context = page.context();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${set.demo.url}/clients/${set.there.closed}`);
  await line(again).getByText("jäänyt luonnos on nyt tallennettu").waitFor();
  assert.deepEqual(await left(again), []);
  await again.reload();
  assert.equal(await text(again).inputValue(), "Ehdin kirjoittaa tämän");
  await context.close();
});

test("what another session left can be opened by nobody, and is thrown away", async () => {
  const page = await openPage(set.browser, { size: "desktop" });
  await signInAs(page, set.demo, "coach");
  await page.goto(note(set.there.offline));
  await page.evaluate(() => localStorage.setItem("polku-draft-0198c0de-0000-7000-8000-000000000001", btoa("x".repeat(64))));
  await page.reload();
  await page.waitForFunction(() => !Object.keys(localStorage).some((name) => name.startsWith("polku-draft-")));
  await page.context().close();
});
