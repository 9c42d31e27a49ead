/**
 * The people of the demo, signing in as they would: user name, password, and a code from their telephone.
 */
import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

/** How long one code is good for, in seconds (RFC 6238's default). */
const STEP = 30;

/** The step of the last code that each secret has given: a code is good once. */
const lastSteps = new Map();

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * @param {import("./server.mjs").Demo} demo
 * @param {string} role or a user name, for the second person of a role
 * @returns {import("./server.mjs").Account}
 */
export function accountOf(demo, role) {
  const account = demo.accounts.find((one) => one.role === role || one.user_name === role);
  if (!account) {
    throw new Error(`the demo has no ${role}; it has: ${demo.accounts.map((one) => one.role).join(", ")}`);
  }
  return account;
}

/**
 * Signs in as the demo's person of a role and waits for the first page behind.
 *
 * Fields are found by what they are for (`autocomplete`), which is the same in every language and asked for by
 * WCAG 2.2, 1.3.5.
 *
 * @param {import("playwright-core").Page} page
 * @param {import("./server.mjs").Demo} demo
 * @param {string} role
 */
export async function signInAs(page, demo, role) {
  const account = accountOf(demo, role);
  await page.goto(`${demo.url}/sign-in`);
  const signInPage = page.url();
  await page.locator("[autocomplete~=username]").fill(account.user_name);
  const password = page.locator("[autocomplete~=current-password]");
  await password.fill(account.password);
  await password.press("Enter");
  const code = page.locator("[autocomplete~=one-time-code]");
  await code.fill(await freshCode(account.totp_secret));
  const codePage = page.url();
  await code.press("Enter");
  await page.waitForURL((url) => ![signInPage, codePage].includes(url.href));
}

/**
 * A code that hasn't been used yet. The next one is taken early, since a verifier allows for a clock that is one
 * step ahead (RFC 6238, 5.2); whoever needs a third one waits for it, as people do.
 *
 * @param {string} secret base32
 * @returns {Promise<string>} six digits
 */
export async function freshCode(secret) {
  const now = () => Math.floor(Date.now() / 1000 / STEP);
  const step = Math.max(now(), (lastSteps.get(secret) ?? 0) + 1);
  lastSteps.set(secret, step);
  while (step > now() + 1) await pause(200);
  return codeAt(secret, step * STEP * 1000);
}

/**
 * The one-time code that a telephone shows (RFC 6238: SHA-1, six digits, steps of 30 seconds).
 *
 * @param {string} secret base32
 * @param {number} time milliseconds since 1970
 * @returns {string} six digits
 */
export function codeAt(secret, time) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 1000 / STEP)));
  const digest = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = digest[digest.length - 1] & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
  return `${number % 1_000_000}`.padStart(6, "0");
}

/**
 * @param {string} text RFC 4648 base32, with or without padding
 * @returns {Buffer}
 */
function fromBase32(text) {
  const bytes = [];
  let bits = 0;
  let held = 0;
  for (const letter of text.toUpperCase().replace(/[=\s]/g, "")) {
    const value = BASE32.indexOf(letter);
    if (value < 0) throw new Error("a TOTP secret is written in base32");
    bits = ((bits << 5) | value) & 0xfff;
    held += 5;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
  }
  return Buffer.from(bytes);
}
