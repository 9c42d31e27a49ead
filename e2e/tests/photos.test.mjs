/**
 * Photographs (C6): consent, use, withdrawal by one press, by the client in the portal as well, taken down. The register has
 * them, so its demo has some.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage } from "../support/browser.mjs";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
import { signInAs } from "../support/people.mjs";
import { startDemo } from "../support/server.mjs";
import { ask, takeIn } from "../support/service.mjs";
import { assertFits } from "../support/stage.mjs";

const set = { demo: null, browser: null };

before(async () => {
  set.demo = await startDemo(["--profile", "kuopio"]);
  set.browser = await openBrowser();
});

after(async () => {
  await set.browser?.close();
  await set.demo?.stop();
});

test("a photograph on a phone: consented to, used, withdrawn, taken down (C6)", async () => {
  const page = await openPage(set.browser, { size: "phone" });
  await signInAs(page, set.demo, "coach");
  await page.goto(`${set.demo.url}/photos`);
  await page.getByRole("heading", { name: "Poistettava käytöstä" }).waitFor();
  await assertAccessible(page);
  await assertFits(page);
  await page.getByRole("link", { name: "Rekrytointitapahtuma" }).click();
  await page.getByText("Kuvan voi merkitä käyttöön, kun kaikki siinä olevat ovat suostuneet.").waitFor();
  await assertAccessible(page);
  await assertFits(page);
  await page.getByRole("button", { name: "Kirjaa suostumus" }).click();
  await page.locator(".error-summary").waitFor();
  await assertAccessible(page);
  await page.getByLabel("Nimi").fill("Esimerkki Onni");
  await page.getByLabel("työntekijän näytöllä").check();
  await page.getByRole("button", { name: "Kirjaa suostumus" }).click();
  await page.getByText("Suostumus on kirjattu.").waitFor();
  await page.getByLabel("Paikka").fill("Verkkosivun etusivu");
  await page.getByRole("button", { name: "Merkitse käyttöön" }).click();
  await page.getByText("Käyttöpaikka on merkitty.").waitFor();
  await page.getByRole("button", { name: /^Peru suostumus/ }).click();
  await page.getByText("Suostumus on peruttu. Kuva on heti poissa käytöstä.").waitFor();
  assert.equal(await page.locator("main img").count(), 0, "out of use is out of sight");
  await assertAccessible(page);
  await assertFits(page);
  await page.getByRole("button", { name: /^Merkitse poistetuksi/ }).click();
  await page.getByText("Kuva on merkitty poistetuksi siitä paikasta.").waitFor();
  await page.getByText("Kuvaa ei näytetä, koska suostumus on peruttu").waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a client withdraws the consent to a photograph in the portal on a phone, with the keyboard (C6, D8)", async () => {
  const client = await takeIn(set.demo, "Kuvattu", "Kaisa");
  const photos = await (await ask(set.demo, "GET", "/photos")).json();
  const photo = photos.find((one) => one.title === "Puupajan avoimet ovet");
  await ask(set.demo, "POST", `/clients/${client}/photos`, { photo: photo.id, manner: "screen" });
  const handed = await (await ask(set.demo, "POST", `/clients/${client}/portal`, { identified: "known" })).json();

  const page = await openPage(set.browser, { size: "phone" });
  await page.goto(`${set.demo.url}/own`);
  await page.getByLabel("Tunnus", { exact: true }).fill(handed.name);
  await page.getByLabel("Koodi", { exact: true }).fill(handed.code);
  await page.getByRole("button", { name: "Kirjaudu", exact: true }).click();
  await page.getByRole("link", { name: "Jatka omaan polkuun" }).click();
  await page.getByRole("link", { name: "Kuvat" }).first().click();
  await page.getByText("Verkkosivun etusivu").waitFor();
  const picture = page.getByRole("img", { name: "Puupajan avoimet ovet" });
  assert.ok(await picture.evaluate((img) => img.decode().then(() => img.naturalWidth > 0)), "the picture is shown");
  await assertAccessible(page);
  await assertFits(page);
  await assertWalkable(page);
  await page.getByRole("button", { name: /^Peruuta suostumus/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Suostumus on peruutettu. Kuva on heti poissa käytöstä.").waitFor();
  await page.getByText("poistetaan täältä").waitFor();
  assert.equal(await page.locator("main img").count(), 0, "out of use is out of sight");
  assert.equal(await page.getByRole("button", { name: /^Peruuta suostumus/ }).count(), 0);
  await assertAccessible(page);
  await assertFits(page);
  assert.deepEqual(page.complaints, []);
  await page.context().close();

  const coach = await openPage(set.browser, { size: "phone" });
  await signInAs(coach, set.demo, "coach");
  await coach.goto(`${set.demo.url}/reminders?what=photos-due`);
  await coach.getByText("Kuvattu Kaisa").waitFor();
  await coach.goto(`${set.demo.url}/photos/${photo.id}`);
  await coach.getByText("Kuvaa ei saa enää käyttää.").first().waitFor();
  await coach.context().close();
});
