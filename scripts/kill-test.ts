import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "@/scripts/postgres/free-port";
import { removeEmbeddedPostgres } from "@/scripts/postgres/remove-embedded-postgres";
import { startParts } from "./kill-test/start-parts";
import { startStarwire } from "./kill-test/start-starwire";

/**
 * `npm run test:kill`: what `npm start` keeps, one web and one worker. `-- --web 2 --worker 2`: so many processes of each
 * on one Postgres of their own. `KILL_SEED=7` kills at other moments, `KILLS=10` makes it shorter: each kill doubles the
 * wait before a restart.
 */
const { values } = parseArgs({ options: { web: { type: "string" }, worker: { type: "string" } } });
const dataDir = await mkdtemp(path.join(tmpdir(), "starwire-kill-"));
const settings = {
  PORT: String(await freePort()),
  WORKER_PORT: String(await freePort()),
  RECEIVER: "off",
  ENCRYPTION_KEY: "the encryption key of the kill test only",
  AUTH_SECRET: "the session secret of the kill test only",
  WEBHOOK_ALLOWED_NETS: "127.0.0.0/8",
  WEBHOOK_RETRY_DELAYS: "0.5,0.5,1,1,2,2,5,5,5,5,5",
  LOG_LEVEL: "silent",
};
const seed = Number(process.env["KILL_SEED"] ?? "1");
const killCount = Number(process.env["KILLS"] ?? 12);
const isApart = values.web !== undefined || values.worker !== undefined;
const starwire = isApart
  ? await startParts(dataDir, settings, { web: Number(values.web ?? 1), worker: Number(values.worker ?? 1) })
  : await startStarwire(dataDir, settings);
let isFine = false;
try {
  Object.assign(process.env, settings, { DATABASE_URL: starwire.databaseUrl });
  // Loaded after the environment is set, which is read once.
  const { runKillTest } = await import("./kill-test/run-kill-test");
  isFine = await runKillTest({ starwire, seed, killCount });
} finally {
  await starwire.stop();
  await removeEmbeddedPostgres(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(isFine ? 0 : 1);
