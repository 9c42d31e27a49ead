/** A coach takes a client in, finds the client again and reads the client's page, in Finnish, at a desk and on a phone. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { signInAs } from "../support/people.mjs";
import { startDemo } from "../support/server.mjs";

let demo;
let browser;

before(async () => {
  demo = await startDemo();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Artificial codes of the population authority's own examples. */
const CODES = { desktop: "010516B903X", phone: "020516C903K" };

for (const size of Object.keys(SIZES)) {
  test(`a coach takes somebody in on a ${size} and finds them again`, async () => {
    const page = await openPage(browser, { size });
    await signInAs(page, demo, "coach");

    await page.goto(`${demo.url}/clients/new`);
    await assertAccessible(page);
    await page.locator("[name=last_name]").fill(`Äkäslompolo ${size}`);
    await page.locator("[name=first_names]").fill("Testi Öinen");
    const wrong = CODES[size].slice(0, -1) + (CODES[size].endsWith("X") ? "Y" : "X");
    await page.locator("[name=identity_code]").fill(wrong);
    await page.locator("[name=basis]").selectOption("rehabilitative-work");
    await page.locator("main form[action='/clients'] button[type=submit]").first().click();
    await page.locator(".error-summary, [role=alert]").first().waitFor();
    assert.equal(await page.locator("[name=identity_code]").inputValue(), wrong, "what was typed is kept");
    assert.equal(await page.locator("[name=first_names]").inputValue(), "Testi Öinen", "what was typed is kept");
    await assertAccessible(page);

    await page.locator("[name=identity_code]").fill(CODES[size]);
    await page.locator("main form[action='/clients'] button[type=submit]").first().click();
    await page.waitForURL(/\/clients\/[0-9a-f-]{36}/);
    assert.match(await page.locator("h1").innerText(), /Äkäslompolo/);
    assert.doesNotMatch(await page.title(), /Äkäslompolo/, "a title names no person (A8)");
    await assertAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `the page scrolls sideways by ${wide} pixels`);

    await page.goto(`${demo.url}/clients`);
    await assertAccessible(page);
    await page.locator("#find").fill("akaslompolo");
    await page.locator("#find").press("Enter");
    await page.locator("main").getByText("Äkäslompolo", { exact: false }).first().waitFor();
    assert.doesNotMatch(page.url(), /akaslompolo/, "nothing that was typed is in an address (A8)");
    await page.context().close();
  });
}

test("a main user looks at accounts, duplicates and groups", async () => {
  const page = await openPage(browser, { size: "desktop" });
  await signInAs(page, demo, "main-user");
  for (const path of ["/duplicates", "/groups", "/account"]) {
    const answer = await page.goto(demo.url + path);
    assert.equal(answer.status(), 200, path);
    await assertAccessible(page);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
