/**
 * A provider of strong identification for the tests: the npm package `oidc-provider`, with everything in memory. It asks for
 * a name and takes what is typed there for the personal identity code.
 */
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Provider from "oidc-provider";

/** The claim in which Finnish providers tell the identity code. */
const CODE = "urn:oid:1.2.246.21";
const CLIENT = "polku";
const SECRET = "only-for-the-tests-of-a-demo";

/**
 * Listens on a free port. Start the demo with its `settings`, then tell it who the demo is.
 * @returns {Promise<{ settings: string, serve: (demo: string) => void, stop: () => Promise<void> }>}
 */
export async function startProvider() {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const issuer = `http://localhost:${server.address().port}`;
  const folder = await mkdtemp(join(tmpdir(), "polku-identification-"));
  const settings = join(folder, "identification.toml");
  const secret = join(folder, "secret");
  await writeFile(secret, SECRET);
  await writeFile(
    settings,
    [
      `issuer = "${issuer}"`,
      `client_id = "${CLIENT}"`,
      `secret_file = "${secret}"`,
      `claim = "${CODE}"`,
      'scopes = ["identity"]',
    ].join("\n"),
  );
  const serve = (demo) => server.on("request", new Provider(issuer, configuration(demo)).callback());
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { settings, serve, stop };
}

/** @param {string} demo where the demo answers */
const configuration = (demo) => ({
  clients: [
    {
      client_id: CLIENT,
      client_secret: SECRET,
      redirect_uris: [`${demo}/own/identified`],
      response_types: ["code"],
      grant_types: ["authorization_code"],
      scope: "openid identity",
    },
  ],
  scopes: ["openid", "identity"],
  claims: { openid: ["sub"], identity: [CODE] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: ["a-key-of-the-tests"] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, [CODE]: id }) }),
});
