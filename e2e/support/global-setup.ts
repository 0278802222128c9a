import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { issueCertificate } from "@/lib/receiver/certificate";
import { assertLocalDatabase } from "@/prisma/testing/assert-local-database";
import { freePort } from "@/scripts/postgres/free-port";
import { readPostgresState } from "@/scripts/postgres/postgres-folder";
import { removeEmbeddedPostgres } from "@/scripts/postgres/remove-embedded-postgres";
import { inngestSettings, isInngestRun } from "./engine-of-run";
import { cleanEnvironment, RUN_SETTINGS } from "./run-settings";
import { announceStarwire, isStarwireAnnounced } from "./started-starwire";

const READY = "Starwire is ready";
const START_MS = 300_000;
const STOP_MS = 40_000;

/**
 * Starts one Starwire as `npm start` does, with its own Postgres in a temporary folder, for the whole run. One that was
 * announced before, by whoever works on a spec, is used as it is.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (isStarwireAnnounced()) return async () => undefined;
  const folder = mkdtempSync(join(tmpdir(), "starwire-e2e-"));
  const dataDir = join(folder, "data");
  const files = {
    ca: join(folder, "ca.pem"),
    certificate: join(folder, "cert.pem"),
    key: join(folder, "key.pem"),
  };
  const issued = await issueCertificate();
  writeFileSync(files.ca, issued.ca);
  writeFileSync(files.certificate, issued.certificate);
  writeFileSync(files.key, issued.key, { mode: 0o600 });

  const settings = {
    ...RUN_SETTINGS,
    PORT: String(await freePort()),
    WORKER_PORT: String(await freePort()),
    RECEIVER_PORT: String(await freePort()),
    DATA_DIR: dataDir,
    NODE_EXTRA_CA_CERTS: files.ca,
  };
  const child = spawn(process.execPath, ["scripts/start.mjs", ...(isInngestRun() ? ["inngest"] : [])], {
    env: { ...cleanEnvironment(process.env), ...settings, NODE_ENV: "test" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    await stopStarwire(child);
    await removeEmbeddedPostgres(dataDir);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const said = await waitUntilReady(child);
    await openDatabase(dataDir, settings);
    if (isInngestRun()) Object.assign(process.env, inngestSettings(dataDir, urlAfter(said, "Inngest")));
    announceStarwire({
      appUrl: `http://localhost:${settings.PORT}`,
      dataDir,
      welcomeUrl: urlAfter(said, "Open"),
      customerUrl: urlAfter(said, "Customer"),
      receiverUrl: urlAfter(said, "Receiver"),
      caFile: files.ca,
      certificateFile: files.certificate,
      keyFile: files.key,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** All it said until it was ready. Afterwards what it says is passed on: it should be silent. */
function waitUntilReady(child: ChildProcess): Promise<string> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    let isReady = false;
    const fail = (why: string) => reject(new Error(`Starwire ${why}:\n${lines.join("\n")}`));
    const timer = setTimeout(() => fail("was not ready in time"), START_MS);
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        if (isReady) process.stdout.write(`starwire | ${line}\n`);
        else lines.push(line);
        // The block of facts ends with the line about Networks, as WEBHOOK_ALLOWED_NETS is set.
        if (isReady || !lines.some((one) => one.startsWith(READY)) || !/^\s+Networks\b/.test(line)) return;
        isReady = true;
        clearTimeout(timer);
        resolve(lines.join("\n"));
      });
    }
    child.once("exit", (code) => {
      clearTimeout(timer);
      if (!isReady) fail(`ended with ${code}`);
    });
  });
}

function urlAfter(said: string, label: string): string {
  const found = new RegExp(`^\\s+${label}\\s+(\\S+)`, "m").exec(said)?.[1];
  if (!found) throw new Error(`The start said nothing about ${label}:\n${said}`);
  return found;
}

/** Lets the specs use the library on the same database, with the same keys. */
async function openDatabase(dataDir: string, settings: Record<string, string>): Promise<void> {
  const state = await readPostgresState(dataDir);
  if (!state?.port) throw new Error("The start left no note of its Postgres.");
  const url = `postgresql://starwire:${state.password}@127.0.0.1:${state.port}/starwire`;
  assertLocalDatabase(url);
  const secrets = z
    .object({ encryptionKey: z.string(), authSecret: z.string() })
    .parse(JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")));
  Object.assign(process.env, settings, {
    DATABASE_URL: url,
    DATABASE_POOL_MAX: "4",
    ENCRYPTION_KEY: secrets.encryptionKey,
    AUTH_SECRET: secrets.authSecret,
  });
}

async function stopStarwire(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  const [code] = await ended;
  clearTimeout(force);
  if (code !== 0) throw new Error(`Starwire ended with ${code} when asked to stop.`);
}
