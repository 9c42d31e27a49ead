/** Whoever comes to Polku for the first time finds a running service and a page they can use. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LANGUAGES, openBrowser, openPage, SIZES } from "../support/browser.mjs";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
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

test("the service says that it is alive", async () => {
  const answer = await fetch(`${demo.url}/healthz`);
  assert.equal(answer.status, 200);
});

for (const language of Object.keys(LANGUAGES)) {
  for (const size of Object.keys(SIZES)) {
    test(`a visitor meets the sign-in page in ${language} on a ${size} and can use it`, async () => {
      const page = await openPage(browser, { language, size });
      await page.goto(`${demo.url}/sign-in`);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      await page.locator("[autocomplete~=username]").waitFor();
      await assertAccessible(page);
      await assertWalkable(page);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}
