/** Photographs (C6): consent, use, withdrawal by one press, taken down. The register has them, so its demo has some. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { signInAs } from "../support/people.mjs";
import { startDemo } from "../support/server.mjs";
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
