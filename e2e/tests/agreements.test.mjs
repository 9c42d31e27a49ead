/** An agreement: its template written by the main user, filled from the record, signed on a screen and by hand, amended, ended (B3). */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { openPage, SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { ask, takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

/** A page of one line, enough for a scan. */
const SCAN = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n" +
  "0000000054 00000 n \n0000000105 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n168\n%%EOF\n";

async function somebody(demo, name) {
  const client = await takeIn(demo, name, "Testi");
  await ask(demo, "POST", `/clients/${client}/periods`, {
    measure: "rehabilitative-work", place: "Puupaja", starts_on: "30.11.2026", ends_on: "28.5.2027",
    weekdays: ["monday", "tuesday"], hours: "5", state: "planned",
  });
  await ask(demo, "POST", `/clients/${client}/goals`, { title: "Säännöllinen päivärytmi", target: "4" });
  return client;
}

const set = stage(async (demo) => ({
  phone: await somebody(demo, "Sopija"),
  desktop: await somebody(demo, "Sopuisa"),
}));

async function looksRight(page) {
  await assertAccessible(page);
  await assertFits(page);
}

async function propose(page, size) {
  await page.goto(`${set.demo.url}/clients/${set.there[size]}/agreements`);
  await looksRight(page);
  await page.getByRole("link", { name: "Tee sopimus" }).click();
  await looksRight(page);
  await page.getByLabel("Sopimus kuntouttavasta työtoiminnasta").check();
  await page.getByRole("button", { name: "Luo luonnos" }).click();
  await page.getByText("Luonnos on täytetty asiakkaan tiedoista.").waitFor();
  assert.equal(await page.getByLabel("Paikka").inputValue(), "Puupaja");
  assert.match(await page.getByLabel("Tavoitteet").inputValue(), /päivärytmi/);
  await looksRight(page);
  await page.getByLabel("Sopimuksen teksti").fill("Hei {nimi}");
  await page.getByRole("button", { name: "Tallenna luonnos" }).click();
  await page.locator(".error-summary").getByText("”nimi”").waitFor();
  await looksRight(page);
  await page.getByLabel("Sopimuksen teksti").fill("{client-name} ja {organisation} sopivat.\n\n# Paikka\n{place}\n\n# Tavoitteet\n- {goals}");
  await page.getByRole("button", { name: "Tallenna ja tee allekirjoitettavaksi" }).click();
  await page.getByText("Sopimus odottaa allekirjoituksia.").first().waitFor();
  await looksRight(page);
  return page.url();
}

for (const size of Object.keys(SIZES)) {
  test(`an agreement on a ${size}: filled, edited, signed by a link and by the worker, sealed, amended (B3)`, async () => {
    const page = await set.enter({ size });
    const agreement = await propose(page, size);
    await page.getByRole("button", { name: "Anna linkki" }).click();
    const link = await page.locator("code.secret").first().textContent();
    await looksRight(page);

    const phone = await openPage(set.browser, { size });
    await phone.goto(link.replace(/^https?:\/\/[^/]+/, set.demo.url));
    await phone.getByRole("heading", { name: "Tavoitteet" }).waitFor();
    await looksRight(phone);
    await phone.getByRole("button", { name: "Allekirjoita sopimus" }).click();
    await phone.locator(".error-summary").waitFor();
    await phone.getByLabel("Kirjoita nimesi").fill("Testi Sopija");
    await phone.getByLabel("Olen lukenut sopimuksen ja hyväksyn sen").check();
    await phone.getByRole("button", { name: "Allekirjoita sopimus" }).click();
    await phone.getByText("Kiitos, sopimus on allekirjoitettu").waitFor();
    await looksRight(phone);
    await phone.context().close();

    await page.goto(agreement);
    await page.getByRole("link", { name: "Allekirjoita järjestäjän puolesta" }).click();
    await page.getByText("Tämä ei ole kehittynyt sähköinen allekirjoitus").first().waitFor();
    await looksRight(page);
    await page.getByLabel("Olen lukenut sopimuksen ja hyväksyn sen").check();
    await page.getByRole("button", { name: "Allekirjoita sopimus" }).click();
    await page.getByText("Sopimus on allekirjoitettu.").waitFor();
    await looksRight(page);
    await verified(page, agreement);

    await page.getByRole("button", { name: "Muuta uudella sopimuksella" }).click();
    await page.getByText("Uusi sopimus on luonnoksena.").waitFor();
    await page.getByRole("link", { name: "Poista luonnos" }).click();
    await looksRight(page);
    await page.getByRole("button", { name: "Poista luonnos" }).click();
    await page.getByText("Luonnos on poistettu.").waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

/** The file and its seal are taken from the page and checked by the program, without the server. */
async function verified(page, agreement) {
  const folder = await mkdtemp(join(tmpdir(), "polku-verify-"));
  try {
    const take = async (path, name) => {
      const answer = await page.request.get(path);
      assert.equal(answer.status(), 200, path);
      await writeFile(join(folder, name), await answer.body());
    };
    await take(`${agreement}/pdf`, "sopimus.pdf");
    await take(`${agreement}/seal`, "sopimus.note");
    const register = (await page.request.get(`${set.demo.url}/notice`)).text();
    const key = /\/notice\/([a-z0-9-]+)"/.exec(await register)[1];
    await take(`${set.demo.url}/agreement-key/${key}`, "key.txt");
    const { stdout } = await promisify(execFile)(
      process.env.POLKU_BINARY,
      ["verify", "sopimus.pdf", "--signature", "sopimus.note", "--key", "key.txt"],
      { cwd: folder },
    );
    assert.match(stdout, /unchanged/);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("an agreement signed by hand rests on its scan, and ends with a reason (B3)", async () => {
  const page = await set.enter({ size: "desktop" });
  const agreement = await propose(page, "desktop");
  const client = `${set.demo.url}/clients/${set.there.desktop}`;
  await page.goto(`${client}/documents/new`);
  const scan = { name: "Allekirjoitettu sopimus.pdf", mimeType: "application/pdf", buffer: Buffer.from(SCAN) };
  await page.getByLabel("Mikä asiakirja").selectOption({ label: "Sopimus" });
  await page.getByLabel("Tiedostot").setInputFiles([scan]);
  await page.getByRole("button", { name: "Lisää", exact: true }).click();
  await page.getByText("Asiakirja on lisätty.").first().waitFor();
  await page.goto(agreement);
  await page.getByRole("link", { name: "Kirjaa käsin allekirjoitettu" }).click();
  await looksRight(page);
  await page.getByLabel("Allekirjoitettu paperi").selectOption({ label: "Allekirjoitettu sopimus" });
  await page.getByLabel("Osallistuja").check();
  await page.getByLabel("Järjestäjän puolesta", { exact: true }).check();
  await page.getByRole("button", { name: "Kirjaa allekirjoitukset" }).click();
  await page.getByText("Sopimus on allekirjoitettu.").waitFor();
  await page.getByText("Käsin tehty allekirjoitus").first().waitFor();
  await looksRight(page);
  await page.getByRole("link", { name: "Päätä sopimus" }).click();
  await page.getByLabel("Viimeinen päivä").fill("30.11.2026");
  await page.getByRole("button", { name: "Päätä sopimus" }).click();
  await page.locator(".error-summary").getByText("Kirjoita, miksi sopimus päättyy.").waitFor();
  await looksRight(page);
  await page.getByLabel("Syy").fill("Siirtyi opintoihin");
  await page.getByRole("button", { name: "Päätä sopimus" }).click();
  await page.getByText("Sopimus on päätetty.").waitFor();
  await page.getByText("Siirtyi opintoihin").waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the main user writes a template in versions, and an unknown field is named (B3)", async () => {
  for (const size of Object.keys(SIZES)) {
    const page = await set.enter({ size }, "main-user");
    await page.goto(`${set.demo.url}/admin/agreement-templates`);
    await looksRight(page);
    await page.getByRole("link", { name: "Työskentelysopimus" }).first().click();
    await looksRight(page);
    await page.getByRole("button", { name: "Tee uusi versio" }).click();
    await page.getByText("Luonnos on tehty.").waitFor();
    await looksRight(page);
    await page.getByLabel("Teksti").first().fill("Hei {etunimi}");
    await page.getByRole("button", { name: "Ota käyttöön" }).click();
    await page.locator(".error-summary").getByText("”etunimi”").waitFor();
    await looksRight(page);
    await page.getByLabel("Teksti").first().fill("{client-name}, {place}");
    await page.getByRole("button", { name: "Ota käyttöön" }).click();
    await page.getByText("Pohja on käytössä.").waitFor();
    await page.context().close();
  }
});
