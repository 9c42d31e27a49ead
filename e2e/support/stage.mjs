/** The stage of a file of stories: one demo and one browser for all of them. */
import { after, before } from "node:test";
import { openBrowser, openPage } from "./browser.mjs";
import { signInAs } from "./people.mjs";
import { startDemo } from "./server.mjs";

/**
 * Call it at the top of a file; what it answers is filled in when the stories begin.
 * @param {(demo: import("./server.mjs").Demo) => Promise<object>} [prepare] makes what the stories need to be there
 */
export function stage(prepare = async () => ({})) {
  const set = { demo: null, browser: null, there: null };
  const cookies = new Map();
  before(async () => {
    set.demo = await startDemo();
    set.there = await prepare(set.demo);
    set.browser = await openBrowser();
  });
  after(async () => {
    await set.browser?.close();
    await set.demo?.stop();
  });
  /**
   * Opens a page at the first place of somebody who is signed in. Each role signs in once: a code is good once, and
   * whoever needs a third one waits for it.
   * @param {Parameters<typeof openPage>[1]} [visitor]
   * @param {string} [role]
   */
  set.enter = async (visitor, role = "coach") => {
    const page = await openPage(set.browser, visitor);
    if (cookies.has(role)) {
      await page.context().addCookies(cookies.get(role));
      await page.goto(set.demo.url);
    } else {
      await signInAs(page, set.demo, role);
      cookies.set(role, await page.context().cookies());
    }
    return page;
  };
  return set;
}

/**
 * Fails when a page is wider than its window: nobody should have to scroll sideways (WCAG 1.4.10).
 * @param {import("playwright-core").Page} page
 */
export async function assertFits(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) throw new Error(`${page.url()} is ${wide} pixels wider than its window`);
}
