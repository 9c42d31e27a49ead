/** A worker makes a passkey on a device and signs in with it, without a password (E3). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { signInAs } from "../support/people.mjs";
import { stage } from "../support/stage.mjs";

const set = stage();

/** A device of Chromium's own making, which always knows its owner. */
async function giveDevice(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const verified = (isUserVerified) => devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  return { verified };
}

test("a passkey is made, signs in by itself, and a device that does not know its owner does not", async () => {
  const page = await openPage(set.browser);
  const device = await giveDevice(page);
  await signInAs(page, set.demo, "coach");
  await page.goto(`${set.demo.url}/account/second-factor`);
  await page.getByLabel("Avaimen nimi").fill("Testilaite");
  await page.getByRole("button", { name: "Tee pääsyavain" }).click();
  await page.getByText("Pääsyavain on käytössä.").waitFor();
  await page.getByText("Testilaite").first().waitFor();
  await assertAccessible(page);

  await page.context().clearCookies();
  await page.goto(`${set.demo.url}/sign-in`);
  await page.getByRole("button", { name: "Kirjaudu pääsyavaimella" }).click();
  await page.getByRole("heading", { name: "Tänään", level: 1 }).waitFor();
  assert.deepEqual(page.complaints, []);

  await device.verified(false);
  await page.context().clearCookies();
  await page.goto(`${set.demo.url}/sign-in`);
  await page.getByRole("button", { name: "Kirjaudu pääsyavaimella" }).click();
  await page.getByText("Pääsyavain ei vastannut.").waitFor();
  await page.context().close();
});
