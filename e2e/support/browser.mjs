/**
 * Opens Debian's Chromium as the people who use Polku do: on a phone or at a desk, in their language.
 */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** The widths that every page is made for. */
export const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1340, height: 900 } },
};

/** The languages of the interface, and the locale that a browser of each asks for. */
export const LANGUAGES = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

/** Quiet on the network, and able to run as root in a build machine's container. */
const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long one action on a page may take, in milliseconds. */
const PATIENCE = 10_000;

/** @returns {Promise<import("playwright-core").Browser>} headless Chromium; close it after the tests */
export function openBrowser() {
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: SWITCHES });
}

/**
 * Opens a page as a new visitor, with no cookies from anyone before.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {object} [visitor]
 * @param {keyof typeof SIZES} [visitor.size]
 * @param {keyof typeof LANGUAGES} [visitor.language]
 * @param {boolean} [visitor.script] false for a browser without JavaScript
 * @returns {Promise<import("playwright-core").Page & { complaints: string[] }>} its `complaints` are what the
 *   browser had against the page: script errors, refusals of the content security policy, missing files
 */
export async function openPage(browser, { size = "desktop", language = "fi", script = true } = {}) {
  const context = await browser.newContext({
    ...SIZES[size],
    locale: LANGUAGES[language],
    timezoneId: "Europe/Helsinki",
    reducedMotion: "reduce",
    javaScriptEnabled: script,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  // A form that is to be mended answers 422, and that is no fault of the page's.
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 422/.test(message.text())) complaints.push(message.text());
  });
  return Object.assign(page, { complaints });
}

/** @returns {string} Chromium on this machine: `POLKU_CHROMIUM`, or the first one in the PATH */
function chromiumPath() {
  if (process.env.POLKU_CHROMIUM) return process.env.POLKU_CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = ["chromium", "chromium-browser", "google-chrome"].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  const found = candidates.find(isExecutable);
  if (!found) throw new Error("no Chromium in the PATH: install Debian's package chromium, or set POLKU_CHROMIUM");
  return found;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
