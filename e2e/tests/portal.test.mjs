/** A client in their own portal (D8): on a phone, with codes, and by strong identification. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, SIZES } from "../support/browser.mjs";
import { startProvider } from "../support/identification.mjs";
import { assertAccessible, assertWalkable } from "../support/look.mjs";
import { signInAs } from "../support/people.mjs";
import { startDemo } from "../support/server.mjs";
import { ask, idIn } from "../support/service.mjs";
import { assertFits } from "../support/stage.mjs";

const PAGES = [
  "/own",
  "/own/data",
  "/own/plan",
  "/own/agreements",
  "/own/consents",
  "/own/consents/new",
  "/own/photos",
  "/own/requests",
  "/own/requests/new",
  "/own/disclosures",
  "/own/looks",
  "/own/access",
];

const set = { demo: null, browser: null, provider: null };

before(async () => {
  set.provider = await startProvider();
  set.demo = await startDemo(["--profile", "kuopio", "--identification", set.provider.settings]);
  set.provider.serve(set.demo.url);
  set.browser = await openBrowser();
});

after(async () => {
  await set.browser?.close();
  await set.demo?.stop();
  await set.provider?.stop();
});

/** Takes somebody in whose identity code is known. */
async function takeIn(lastName, firstNames, code) {
  const answer = await ask(set.demo, "POST", "/clients", {
    fields: {
      last_name: { value: lastName },
      first_names: { value: firstNames },
      identity_code: { value: code },
    },
    origin: { source: "client", channel: "oral" },
    relationship: { basis: "coaching", started_on: "eilen" },
  });
  return idIn(answer.headers.get("location"));
}

/** The coach's page: what was told is noted, the portal is opened, the letter is handed over. */
async function letterFor(client) {
  const coach = await openPage(set.browser, { size: "desktop" });
  await signInAs(coach, set.demo, "coach");
  await coach.goto(`${set.demo.url}/clients/${client}/induction`);
  await coach.getByText("Asiakkaalle kerrottua ei ole vielä kirjattu.").waitFor();
  await assertAccessible(coach);
  await coach.getByRole("button", { name: "Tallenna" }).click();
  await coach.getByText("Asiakkaalle on kerrottu kaikki").waitFor();
  await assertAccessible(coach);

  await coach.goto(`${set.demo.url}/clients/${client}/portal`);
  await assertAccessible(coach);
  await coach.getByLabel("Henkilöllisyystodistus").check();
  await coach.getByRole("button", { name: "Avaa ja tee kirje" }).click();
  await coach.getByText("Tervetuloa omaan polkuun").waitFor();
  await assertAccessible(coach);
  const [name, code] = await coach.locator(".handed code").allTextContents();
  return { coach, name, code };
}

async function signIn(page, name, code) {
  await page.goto(`${set.demo.url}/own`);
  await page.getByLabel("Tunnus", { exact: true }).fill(name);
  await page.getByLabel("Koodi", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Kirjaudu", exact: true }).click();
}

test("a client comes in by a code on a phone, sees the own things, withdraws a consent, and the partner's view ends (D8, C1)", async () => {
  const client = await takeIn("Polkulainen", "Pirkko", "010594Y9021");
  const official = await (await ask(set.demo, "GET", "/me", undefined, "partner")).json();
  await ask(set.demo, "POST", `/clients/${client}/consents`, {
    kind: "visibility",
    recipient: `worker:${official.account}`,
    purpose: "visibility",
    manner: "screen",
    identified: "known",
    language: "fi",
  });
  const partner = await openPage(set.browser, { size: "desktop" });
  await signInAs(partner, set.demo, "partner");
  await partner.goto(`${set.demo.url}/clients/${client}`);
  await partner.getByRole("heading", { name: "Polkulainen Pirkko" }).waitFor();

  const { coach, name, code } = await letterFor(client);
  const page = await openPage(set.browser, { size: "phone" });
  await page.goto(`${set.demo.url}/own`);
  await assertAccessible(page);
  await assertFits(page);
  await assertWalkable(page);
  await signIn(page, name, "2222-2222");
  await page.getByText("Kirjautuminen ei onnistunut.").waitFor();
  await assertAccessible(page);
  await signIn(page, name, code);
  await page.getByRole("heading", { name: "Oma koodiluettelosi" }).waitFor();
  assert.equal(await page.locator(".codes li").count(), 20);
  const [next] = await page.locator(".codes code").allTextContents();
  await assertAccessible(page);
  await assertFits(page);
  await page.getByRole("link", { name: "Jatka omaan polkuun" }).click();
  await page.getByText("Polkulainen Pirkko").waitFor();
  for (const path of PAGES) {
    await page.goto(`${set.demo.url}${path}`);
    await assertAccessible(page);
    await assertFits(page);
  }
  await assertWalkable(page);

  await page.goto(`${set.demo.url}/own/consents`);
  await page.getByRole("button", { name: /^Peruuta suostumus/ }).click();
  await page.getByText("Suostumus on peruutettu. Se ei ole enää voimassa.").waitFor();
  await assertAccessible(page);
  await partner.reload();
  assert.equal(await partner.getByText("Polkulainen").count(), 0, "the partner's view ends at once");

  await page.goto(`${set.demo.url}/own/looks`);
  await page.getByRole("cell", { name: /Kumppaniviranomainen|Kuopio/ }).first().waitFor();
  await page.getByRole("button", { name: "Kirjaudu ulos" }).click();
  await page.getByText("Olet kirjautunut ulos.").waitFor();
  await signIn(page, name, next);
  await page.getByRole("heading", { name: "Oma polku" }).waitFor();
  assert.deepEqual(page.complaints, []);

  await coach.goto(`${set.demo.url}/clients/${client}/portal`);
  await assertAccessible(coach);
  await coach.getByRole("button", { name: "Sulje oma polku" }).click();
  await coach.getByText("Oma polku on suljettu.").waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Kirjaudu omaan polkuun" }).waitFor();
  for (const one of [page, coach, partner]) await one.context().close();
});

/** At the provider: whoever types a code there is taken for that person. */
async function identify(page, code) {
  await page.goto(`${set.demo.url}/own/sign-in`);
  await page.getByRole("link", { name: "Tunnistaudu" }).click();
  await page.locator("input[name=login]").fill(code);
  await page.locator("input[name=password]").fill("anything");
  await page.locator("button[type=submit]").click();
  await page.locator("button[type=submit]").click();
}

for (const size of Object.keys(SIZES)) {
  test(`a client is identified strongly on a ${size}, and a stranger learns nothing (D8, A8)`, async () => {
    const codes = { phone: "020594X903P", desktop: "020594X902N" };
    const client = await takeIn("Tunnistettu", size, codes[size]);
    const before = await openPage(set.browser, { size });
    await identify(before, codes[size]);
    await before.getByRole("heading", { name: "Täällä ei ole tietoja sinulle" }).waitFor();
    const closed = await before.locator("main").innerHTML();
    await before.context().close();

    await ask(set.demo, "POST", `/clients/${client}/portal`, { identified: "known" });
    const page = await openPage(set.browser, { size });
    await identify(page, codes[size]);
    await page.getByRole("heading", { name: "Oma polku" }).waitFor();
    await page.getByText(`Tunnistettu ${size}`).waitFor();
    await assertAccessible(page);
    await page.goto(`${set.demo.url}/own/access`);
    await page.getByText("vahvalla tunnistautumisella").waitFor();
    await page.context().close();

    const stranger = await openPage(set.browser, { size });
    await identify(stranger, "030594W903B");
    await stranger.getByRole("heading", { name: "Täällä ei ole tietoja sinulle" }).waitFor();
    assert.equal(await stranger.locator("main").innerHTML(), closed, "the same to a stranger as to a client");
    await assertAccessible(stranger);
    await stranger.context().close();
  });
}

for (const size of Object.keys(SIZES)) {
  test(`a client asks in the portal on a ${size}, the officer answers, the client reads the answer (D1, D8)`, async () => {
    const client = await takeIn("Pyytäjä", size, { phone: "040594V9030", desktop: "050594U903M" }[size]);
    const handed = await (await ask(set.demo, "POST", `/clients/${client}/portal`, { identified: "known" })).json();
    const page = await openPage(set.browser, { size });
    await signIn(page, handed.name, handed.code);
    await page.getByRole("link", { name: "Jatka omaan polkuun" }).click();
    await page.getByRole("link", { name: "Pyynnöt" }).first().click();
    await page.getByText("Et ole vielä pyytänyt mitään.").waitFor();
    await page.getByRole("link", { name: "Tee pyyntö" }).click();
    await page.getByRole("radio", { name: /^Jokin tieto on väärin/ }).check();
    await page.getByRole("button", { name: "Lähetä pyyntö" }).click();
    await page.locator(".error-summary").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("radio", { name: /^Haluan tietää, mihin voin valittaa/ }).check();
    await page.getByRole("button", { name: "Lähetä pyyntö" }).click();
    await page.getByText("Pyyntö on lähetetty.").waitFor();
    await page.getByText("kirjauduit koodilla").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    await assertWalkable(page);
    const address = page.url();

    const officer = await openPage(set.browser, { size: "desktop" });
    await signInAs(officer, set.demo, "data-protection-officer");
    await officer.goto(`${set.demo.url}/requests`);
    await officer.getByText(`Pyytäjä ${size}`).first().waitFor();
    await officer.goto(`${set.demo.url}/clients/${client}/requests/${idIn(address)}`);
    await officer.getByText("asiakas itse omassa polussaan").first().waitFor();
    await assertAccessible(officer);
    await officer.getByRole("radio", { name: "Hyväksyn pyynnön" }).check();
    await officer.getByRole("button", { name: "Tee" }).click();
    await officer.getByText("Pyyntö hyväksyttiin").waitFor();
    await officer.context().close();

    await page.reload();
    await page.getByRole("link", { name: "Vastaus pyyntöösi", exact: true }).click();
    await page.getByText("Tietosuojavaltuutetun toimisto").first().waitFor();
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

/** Proposes an agreement of one line; answers its id. */
async function proposed(client) {
  const made = await ask(set.demo, "POST", `/clients/${client}/agreements`, { template: "work.1", language: "fi" });
  const agreement = idIn(made.headers.get("location").split("/agreements/")[1]);
  const at = `/clients/${client}/agreements/${agreement}`;
  const terms = { title: "Pajasopimus", starts_on: "tänään", text: "# Mitä sovimme\n{client-name} ja {organisation} sopivat." };
  await ask(set.demo, "PUT", at, terms, "coach", { "if-match": '"1"' });
  await ask(set.demo, "PUT", `${at}/state`, { state: "proposed" }, "coach", { "if-match": '"2"' });
  return agreement;
}

for (const size of Object.keys(SIZES)) {
  test(`an agreement is signed on a ${size}: plainly by a code, advanced after strong identification (B3, D8)`, async () => {
    const codes = { phone: "040594W9030", desktop: "040594W902Y" };
    const client = await takeIn("Sopija", size, codes[size]);
    const agreement = await proposed(client);
    const handed = await (await ask(set.demo, "POST", `/clients/${client}/portal`, { identified: "known" })).json();
    const page = await openPage(set.browser, { size });
    await signIn(page, handed.name, handed.code);
    await page.getByRole("link", { name: "Jatka omaan polkuun" }).click();
    await page.getByRole("link", { name: "Sopimukset" }).first().click();
    await assertAccessible(page);
    await assertFits(page);
    await page.getByRole("link", { name: "Pajasopimus" }).click();
    await page.getByText("tavallinen sähköinen allekirjoitus").first().waitFor();
    await assertAccessible(page);
    await assertFits(page);

    assert.deepEqual(page.complaints, []);
    await page.getByRole("link", { name: "Tunnistaudu ensin" }).click();
    await page.locator("input[name=login]").fill(codes[size]);
    await page.locator("input[name=password]").fill("anything");
    await page.locator("button[type=submit]").click();
    await page.locator("button[type=submit]").click();
    await page.getByText("Siksi allekirjoituksesi on kehittynyt sähköinen allekirjoitus").waitFor();
    // The provider's own pages miss fonts and a picture of theirs.
    page.complaints.length = 0;
    await assertAccessible(page);
    await page.getByRole("button", { name: "Allekirjoita sopimus" }).click();
    await page.locator(".error-summary").waitFor();
    await assertAccessible(page);
    assert.equal(await page.getByLabel("Kirjoita nimesi").inputValue(), `${size} Sopija`);
    await page.getByLabel("Olen lukenut sopimuksen ja hyväksyn sen").check();
    await page.getByRole("button", { name: "Allekirjoita sopimus" }).click();
    await page.getByText("Olet allekirjoittanut sopimuksen.").first().waitFor();
    await page.getByText("Kehittynyt sähköinen allekirjoitus (EU 910/2014, 26 artikla)").waitFor();
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
    const told = await (await ask(set.demo, "GET", `/clients/${client}/agreements/${agreement}`)).json();
    assert.deepEqual(told.signatures.map((one) => one.kind), ["advanced"]);
  });
}

test("the portal works without scripts, and the leaflet fits a page (D8, D7)", async () => {
  const client = await takeIn("Skriptitön", "Sanni", "030694W9024");
  const handed = await (await ask(set.demo, "POST", `/clients/${client}/portal`, { identified: "known" })).json();
  const page = await openPage(set.browser, { size: "phone", script: false });
  await signIn(page, handed.name, handed.code);
  await page.getByRole("link", { name: "Jatka omaan polkuun" }).click();
  await page.getByRole("link", { name: "Suostumukset" }).first().click();
  await page.getByRole("link", { name: /^Anna suostumus/ }).first().click();
  await page.getByRole("button", { name: "Annan suostumuksen" }).click();
  await page.locator(".error-summary").waitFor();
  await page.getByRole("button", { name: "Kirjaudu ulos" }).click();
  await page.getByText("Olet kirjautunut ulos.").waitFor();
  await page.goto(`${set.demo.url}/leaflet/demo`);
  await page.getByRole("heading", { name: "Näin käsittelemme tietojasi" }).waitFor();
  await assertFits(page);
  await page.context().close();
  const leaflet = await openPage(set.browser, { size: "desktop" });
  await leaflet.goto(`${set.demo.url}/leaflet/demo`);
  await assertAccessible(leaflet);
  await leaflet.context().close();
});
