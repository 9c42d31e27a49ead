/** An older back-up brings nobody back who was erased since (D4, G8): by the program, and then in the browser. */
import assert from "node:assert/strict";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openPage } from "../support/browser.mjs";
import { signInAs } from "../support/people.mjs";
import { polku } from "../support/server.mjs";
import { takeIn } from "../support/service.mjs";
import { stage } from "../support/stage.mjs";

/** Holders of back-ups and of the key ring's copies: keys made for this test, which open nothing else. */
const HOLDER = {
  open: "age1c4sr0qvejjlfs869txzh2ud68h86hdukyudkj842xwvq3pse7seqpw9n42",
  secret: "AGE-SECRET-KEY-15SYP5QAM0CXWL2LSL3QKXQDWMRYW3L4UH9PXJAAC7WG86YDSWALSE5NTSA",
};
const KEY_HOLDER = "age1hzl5csknpmwadxq2t3cj9fuv8dmzenkqyc2n8ju78f9nmjcc3p5qpkcr56";

const set = stage(async (demo) => ({
  erased: await takeIn(demo, "Poistuva", "Testi"),
  staying: await takeIn(demo, "Pysyvä", "Testi"),
}));

/** A configuration for the demo's data, as an installation has one. */
async function configured(data) {
  const folder = join(data, "..", "back-ups");
  await mkdir(folder);
  const file = join(folder, "polku.toml");
  await writeFile(
    file,
    `origin = "${set.demo.url}"
database = "sqlite:${data}/database/polku.db"
key_ring = "${data}/keys/ring.db"
root_key = "${data}/keys/root.key"
documents = "${data}/documents"
[backup]
holders = ["${HOLDER.open}"]
key_holders = ["${KEY_HOLDER}"]
key_folder = "${folder}/key-copies"
`,
  );
  await writeFile(join(folder, "holder.txt"), HOLDER.secret, { mode: 0o600 });
  return { folder, file };
}

async function signedIn(role) {
  const page = await openPage(set.browser, { size: "desktop" });
  await signInAs(page, set.demo, role);
  return page;
}

test("an older back-up is brought back, and who was erased since stays gone (D4)", async () => {
  const { folder, file } = await configured(set.demo.data);
  await polku(["backup", "--config", file, "--to", folder]);
  const backup = (await readdir(folder)).find((name) => name.startsWith("polku-data-"));

  const main = await signedIn("main-user");
  await main.goto(`${set.demo.url}/clients/${set.there.erased}/erasure`);
  await main.getByLabel("Peruste", { exact: true }).selectOption("unlawful");
  await main.getByLabel("Perustelu").first().fill("Kirjattu erehdyksessä.");
  await main.getByRole("button", { name: "Esitä poistamista" }).click();
  await main.getByText("Poistamista on esitetty.").first().waitFor();
  await main.context().close();

  const officer = await signedIn("data-protection-officer");
  await officer.goto(`${set.demo.url}/retention`);
  await officer.getByRole("link", { name: /^Poistuva/ }).first().click();
  await officer.getByRole("button", { name: "Hyväksy poistaminen" }).click();
  const certificate = officer.getByRole("link", { name: /^Tietojen poistaminen/ }).first();
  await officer.getByText("Poistaminen on hyväksytty").or(certificate).first().waitFor();
  for (let tries = 0; (await certificate.count()) === 0 && tries < 200; tries += 1) {
    await officer.waitForTimeout(200);
    await officer.reload();
  }
  await officer.context().close();

  await set.demo.pause(async () => {
    const from = ["--from", join(folder, backup), "--identity", join(folder, "holder.txt")];
    await polku(["restore", "--config", file, ...from]);
  });

  const again = await signedIn("data-protection-officer");
  const at = (client) => `${set.demo.url}/clients/${client}/looks`;
  assert.equal((await again.goto(at(set.there.staying))).status(), 200, "whoever was there is there again");
  assert.equal((await again.goto(at(set.there.erased))).status(), 404, "and who was erased is not");
  await again.context().close();
});
