/**
 * What a story needs to be there before it begins, made through the API as another program would: people in a
 * period whose week has every day.
 */
import assert from "node:assert/strict";
import { accountOf } from "./people.mjs";

const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** Everyone is born on a day of their own, so that nobody is taken for somebody else (A9). */
let born = 0;
const birthDate = () => new Date(Date.UTC(1995, 0, (born += 11))).toISOString().slice(0, 10);

/** @returns {string} the id in an address such as `/clients/0198…/diary` */
export const idIn = (address) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(address)[0];

/**
 * Takes somebody in; the coach answers for them.
 * @param {import("./server.mjs").Demo} demo
 * @param {string} lastName
 * @param {string} firstNames
 * @returns {Promise<string>} the client's id
 */
export async function takeIn(demo, lastName, firstNames) {
  const answer = await ask(demo, "POST", "/clients", {
    fields: { last_name: { value: lastName }, first_names: { value: firstNames }, birth_date: { value: birthDate() } },
    origin: { source: "client", channel: "oral" },
    relationship: { basis: "coaching", started_on: "eilen" },
  });
  return idIn(answer.headers.get("location"));
}

/**
 * Starts a period of coaching today: six hours every day of the week.
 * @param {import("./server.mjs").Demo} demo
 * @param {string} client
 * @param {string} [workgroup] the group's id
 * @returns {Promise<string>} the period's id
 */
export async function startPeriod(demo, client, workgroup = "") {
  const answer = await ask(demo, "POST", `/clients/${client}/periods`, {
    measure: "coaching",
    workgroup,
    starts_on: "tänään",
    weekdays: WEEK,
    hours: "6",
    state: "ongoing",
  });
  return idIn(answer.headers.get("location"));
}

/**
 * Makes a group of the coach's with people in it who are expected every day.
 * @param {import("./server.mjs").Demo} demo
 * @param {string} name
 * @param {string[][]} people last and first names
 * @returns {Promise<{ group: string, clients: string[] }>} ids
 */
export async function gatherGroup(demo, name, people) {
  const made = await ask(demo, "POST", "/groups", { name, place: "Halli 3" }, "service-manager");
  const group = idIn(made.headers.get("location"));
  const me = await (await ask(demo, "GET", "/me")).json();
  await ask(demo, "POST", `/groups/${group}/coaches`, { account: me.account, from: "tänään" }, "service-manager");
  const clients = [];
  for (const [lastName, firstNames] of people) {
    const client = await takeIn(demo, lastName, firstNames);
    await startPeriod(demo, client, group);
    clients.push(client);
  }
  return { group, clients };
}

/**
 * Asks the API as the demo's person of a role, and fails with what it says when it refuses.
 * @param {import("./server.mjs").Demo} demo
 * @param {string} method
 * @param {string} path under `/api/v1`
 * @param {object} [body]
 * @param {string} [role]
 * @param {object} [more] headers, such as the version that was seen
 * @returns {Promise<Response>}
 */
export async function ask(demo, method, path, body, role = "coach", more = {}) {
  const answer = await fetch(`${demo.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${accountOf(demo, role).api_token}`, "content-type": "application/json", ...more },
    body: body && JSON.stringify(body),
  });
  assert.ok(answer.ok, `${method} ${path} answers ${answer.status}: ${answer.ok ? "" : await answer.text()}`);
  return answer;
}
