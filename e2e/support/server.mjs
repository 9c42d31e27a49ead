/**
 * Starts `polku demo` in a folder of its own and takes both away afterwards.
 */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The binary under test: `cargo xtask test` names the one it has built. */
const BINARY = process.env.POLKU_BINARY ?? fileURLToPath(new URL("../../target/debug/polku", import.meta.url));

/**
 * Runs a command of the binary to its end.
 * @param {string[]} commandLine
 * @returns {Promise<string>} what it said
 * @throws when it ends with another code than 0, with what it said
 */
export async function polku(commandLine) {
  const { stdout } = await promisify(execFile)(BINARY, commandLine);
  return stdout;
}

/** How long a demo may take until it is ready, in milliseconds: a debug build on a busy machine. */
const PATIENCE = 60_000;

/** How long it may take to stop when asked, in milliseconds. */
const FAREWELL = 10_000;

/**
 * The day that every demo takes today for: a Monday without a holiday, so that the stories meet the same people
 * whatever the day on which they run.
 */
const TODAY = "2026-11-23";

/**
 * One account of the demo, as `--accounts FILE` lists it.
 * @typedef {object} Account
 * @property {string} role which job it is for: coach, service manager, main user …
 * @property {string} user_name
 * @property {string} password
 * @property {string} totp_secret base32, without padding
 * @property {string} api_token
 */

/**
 * A running demo.
 * @typedef {object} Demo
 * @property {string} url where it answers, `http://localhost:N`: passkeys need a name, not an address
 * @property {Account[]} accounts one for each role
 * @property {string} data the folder of its data
 * @property {(work: () => Promise<void>) => Promise<void>} pause ends it, does something meanwhile, and starts it again
 * @property {() => Promise<void>} stop ends it and removes its data
 */

/**
 * Starts a demo on a free port and waits until it is ready.
 * @param {string[]} [options] more of the demo's own options, such as `["--clients", "50"]`
 * @returns {Promise<Demo>}
 * @throws when it ends or isn't ready in time, with what it said last
 */
export async function startDemo(options = []) {
  const folder = await mkdtemp(join(tmpdir(), "polku-e2e-"));
  const port = await freePort();
  const accountsFile = join(folder, "accounts.json");
  const data = join(folder, "data");
  const scanner = process.env.POLKU_TEST_CLAMD ? ["--virus-scanner", process.env.POLKU_TEST_CLAMD] : [];
  const fixed = ["--port", `${port}`, "--data", data, "--accounts", accountsFile, "--today", TODAY, ...scanner];
  const url = `http://localhost:${port}`;
  let demo = launch(["demo", ...fixed, ...options]);
  const stop = async () => {
    await demo.end();
    await rm(folder, { recursive: true, force: true });
  };
  const between = async (work) => {
    await demo.end();
    await work();
    demo = launch(["demo", ...fixed, ...options]);
    await untilReady(url, demo);
  };
  try {
    await untilReady(url, demo);
    return { url, accounts: JSON.parse(await readFile(accountsFile, "utf8")), data, pause: between, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Starts the binary, remembering what it says, and sees to it that it never outlives the tests.
 * @param {string[]} commandLine
 */
function launch(commandLine) {
  const child = spawn(BINARY, commandLine, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let failure = null;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-4_000)));
  }
  child.on("error", (error) => (failure = error));
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);

  const ended = () => failure !== null || child.exitCode !== null || child.signalCode !== null;
  const end = async () => {
    process.off("exit", endWithUs);
    if (ended()) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    const impatience = setTimeout(() => child.kill("SIGKILL"), FAREWELL);
    await gone;
    clearTimeout(impatience);
  };
  return { ended, end, lastWords: () => failure?.message ?? said };
}

/**
 * Asks `/readyz` until it says yes.
 * @param {string} url
 * @param {ReturnType<typeof launch>} demo
 */
async function untilReady(url, demo) {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    if (demo.ended()) throw new Error(`the demo ended before it was ready:\n${demo.lastWords()}`);
    if (await isReady(url)) return;
    await pause(50);
  }
  throw new Error(`the demo was not ready after ${PATIENCE / 1000} s:\n${demo.lastWords()}`);
}

/** @param {string} url */
async function isReady(url) {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false; // nobody listens yet
  }
}

/** @returns {Promise<number>} a port of the loopback interface on which nobody listens now */
async function freePort() {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
