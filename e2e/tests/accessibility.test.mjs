/** Every page that a role has in its navigation can be used by keyboard and read by programs (H2, WCAG 2.2 AA). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
import { idIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage();

/** What a role reaches beside its navigation. */
const FURTHER = {
  coach: ["/today/note", "/clients/new", "/account", "/account/second-factor", "/account/password", "/account/tokens", "/clients/export", "/attendance/export", "/tasks/export", "/emergency"],
  "service-manager": ["/account", "/clients/export"],
  "main-user": ["/clients/new", "/instruments", "/skills", "/admin/register", "/admin/policy", "/admin/reviews", "/admin/feedback", "/admin/accounts/new", "/admin/rights/new"],
  "data-protection-officer": ["/account"],
};

/** The parts of a client's page. */
const PARTS = ["", "/basics", "/diary", "/diary/new", "/goals", "/goals/new", "/contacts", "/contacts/new", "/care", "/relationships", "/periods", "/periods/new", "/attendance", "/assessments", "/assessments/new", "/skills"];

for (const role of Object.keys(FURTHER)) {
  for (const size of Object.keys(SIZES)) {
    test(`the pages of the ${role} on a ${size}`, async () => {
      const page = await set.enter({ size }, role);
      const places = await page.locator("nav a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      const paths = [...new Set([...places.filter((place) => place.startsWith("/")), ...FURTHER[role]])];
      assert.ok(paths.length > FURTHER[role].length, `the ${role} has a navigation`);
      await look(page, paths, size);
      await page.context().close();
    });
  }
}

for (const size of Object.keys(SIZES)) {
  test(`the parts of a client's page on a ${size}`, async () => {
    const page = await set.enter({ size });
    await page.goto(`${set.demo.url}/clients`);
    const client = idIn(await page.locator("main table a[href^='/clients/']").first().getAttribute("href"));
    await look(page, PARTS.map((part) => `/clients/${client}${part}`), size);
    await page.context().close();
  });
}

/** Looks at each page and tells of all that is wrong at once. */
async function look(page, paths, size) {
  const faults = [];
  for (const path of paths) {
    const answer = await page.goto(set.demo.url + path);
    if (answer.status() !== 200) faults.push(`${path} answers ${answer.status()}`);
    for (const check of [assertAccessible, assertFits, ...(size === "desktop" ? [assertWalkable] : [])]) {
      await check(page).catch((error) => faults.push(`${path}: ${error.message}`));
    }
  }
  assert.deepEqual([...faults, ...page.complaints], []);
}
