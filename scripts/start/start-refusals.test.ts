import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, inject, test } from "vitest";

const dataDir = (): string => mkdtempSync(path.join(tmpdir(), "starwire-refusal-"));

/** `npm start` with only these variables set; it must end by itself, with 1. */
function start(env: Record<string, string>): Promise<string> {
  const base = { PATH: process.env["PATH"], HOME: process.env["HOME"], NODE_ENV: "production" as const };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ["scripts/start.mjs"],
      { env: { ...base, ...env } },
      (error, stdout, stderr) => {
        if (error?.code !== 1) reject(new Error(`It ended with ${error?.code ?? 0}: ${stdout}`));
        else resolve(stderr.trim());
      },
    );
  });
}

test("a bad variable is named, with what it should be", async () => {
  const said = await start({ PORT: "three", WEBHOOK_RETRY_DELAYS: "soon", DATA_DIR: dataDir() });
  expect(said).toBe(
    'PORT should be a whole number from 1 to 65535, not "three".\n' +
      'WEBHOOK_RETRY_DELAYS should be a comma list of seconds, for example 5,30,120, not "soon".',
  );
});

test("a taken port is said in one sentence", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const said = await start({ PORT: String(port), DATA_DIR: dataDir() });
  server.close();
  expect(said).toBe(
    `Port ${port} is taken by another program. Choose a free one, for example PORT=${port + 100}.`,
  );
});

test("a database of one's own needs keys of one's own, each named", async () => {
  const DATABASE_URL = inject("testServerUrl");
  const both = await start({ DATABASE_URL, DATA_DIR: dataDir() });
  expect(both).toMatch(/^With DATABASE_URL, ENCRYPTION_KEY and AUTH_SECRET must be set: .+$/);
  const one = await start({ DATABASE_URL, DATA_DIR: dataDir(), AUTH_SECRET: "x".repeat(32) });
  expect(one).toMatch(/^With DATABASE_URL, ENCRYPTION_KEY must be set: .+$/);
});

test("a database that isn't there is named without its password", async () => {
  const said = await start({ DATABASE_URL: "postgresql://u:secret@127.0.0.1:1/shop", DATA_DIR: dataDir() });
  expect(said).toMatch(
    /^The Postgres of DATABASE_URL can't be used: 127\.0\.0\.1:1\/shop \(.*ECONNREFUSED.*\)\.$/,
  );
});
