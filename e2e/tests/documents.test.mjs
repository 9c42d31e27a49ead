/** A coach adds a paper, sees its pages once ClamAV has looked through it, and finds it by its text (B12). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES } from "../support/browser.mjs";
import { assertAccessible } from "../support/look.mjs";
import { takeIn } from "../support/service.mjs";
import { assertFits, stage } from "../support/stage.mjs";

const set = stage(async (demo) => ({
  phone: await takeIn(demo, "Puhelinen", "Paperi"),
  desktop: await takeIn(demo, "Pöytänen", "Paperi"),
}));

/** `cargo xtask test` starts a ClamAV of its own; without one papers stay in quarantine, and the page says so. */
const hasScanner = Boolean(process.env.POLKU_TEST_CLAMD);

/** A PDF of one line. */
function pdf(line) {
  const text = `BT /F1 24 Tf 60 700 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, place) => {
    const start = file.length;
    file += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const start = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

for (const size of Object.keys(SIZES)) {
  test(`a paper is added, shown and found on a ${size} (B12)`, async () => {
    const page = await set.enter({ size });
    const documents = `${set.demo.url}/clients/${set.there[size]}/documents`;
    await page.goto(documents);
    await page.getByText("Asiakkaalla ei ole vielä asiakirjoja.").waitFor();
    await page.getByRole("link", { name: "Lisää asiakirjoja" }).click();
    await assertAccessible(page);
    await assertFits(page);

    // A program under another name is refused in words, and what was chosen beside it is kept.
    await page.getByLabel("Mikä asiakirja").selectOption({ label: "Todistus" });
    await page.getByLabel("Tiedostot").setInputFiles([
      { name: "todistus.pdf", mimeType: "application/pdf", buffer: pdf("Osasto on siisti ja kurssi suoritettu") },
      { name: "ohjelma.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ\x90\x00 a program") },
    ]);
    await page.getByRole("button", { name: "Lisää", exact: true }).click();
    await page.getByText("ohjelma.pdf: tätä tiedostotyyppiä ei oteta vastaan.").first().waitFor();
    await page.getByText("Yksi tiedosto lisättiin.").waitFor();
    await page.getByRole("link", { name: "Katso asiakirjat" }).click();
    await page.getByRole("link", { name: "todistus", exact: true }).waitFor();
    await assertAccessible(page);
    await assertFits(page);

    if (hasScanner) {
      await page.getByRole("link", { name: "todistus", exact: true }).click();
      const sheet = page.getByRole("img", { name: "Asiakirjan sivu 1" });
      await sheet.waitFor({ timeout: 15_000 });
      await page.waitForFunction(() => document.querySelector("img.sheet")?.naturalWidth > 100);
      await assertAccessible(page);
      await assertFits(page);
      await page.goto(documents);
      await page.getByLabel("Hae otsikoista ja sisällöstä").fill("kurssi SUORITETTU");
      await page.locator("#content").getByRole("button", { name: "Hae", exact: true }).click();
      await page.getByText("Osasto on siisti ja kurssi suoritettu").waitFor();
    }

    await page.goto(documents);
    await page.getByRole("link", { name: "todistus", exact: true }).click();
    await page.getByRole("button", { name: "Siirrä roskakoriin" }).click();
    await page.getByText("Asiakirja on roskakorissa. Voit palauttaa sen sieltä.").waitFor();
    await page.getByText("Roskakori (1)").click();
    await page.getByRole("button", { name: /^Palauta/ }).click();
    await page.getByText("Asiakirja on palautettu.").waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}
