import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { hasInstalled } from "./has-installed.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const stamp = `${root}/node_modules/.cache/starwire-installed.txt`;

/**
 * Installs the packages when they are missing or not those of the lockfile. Plain JavaScript, since nothing is there yet.
 *
 * @returns {Promise<number>} milliseconds it took; 0 when nothing was to do
 */
export async function installIfNeeded() {
  const lockfile = await readFile(`${root}/package-lock.json`, "utf8");
  const key = createHash("sha256").update(lockfile).digest("hex");
  const installed = await readFile(`${root}/node_modules/.package-lock.json`, "utf8").catch(() => null);
  if (installed !== null) {
    if ((await readFile(stamp, "utf8").catch(() => "")) === key) return 0;
    if (hasInstalled(JSON.parse(lockfile), JSON.parse(installed))) return 0;
  }

  const startedMs = performance.now();
  process.stdout.write("  Installing packages …");
  const { code, output } = await runNpm([
    "ci",
    "--include=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  if (code !== 0) {
    console.log(` failed\n${output.trim()}\nInstalling failed. Is the npm registry reachable? Try npm ci.`);
    process.exit(1);
  }
  await mkdir(`${root}/node_modules/.cache`, { recursive: true });
  await writeFile(stamp, key);
  const tookMs = performance.now() - startedMs;
  console.log(` ${Math.round(tookMs / 1000)} s`);
  return tookMs;
}

/**
 * Runs npm so that it ends when this process does: two installs in one folder would break each other.
 *
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith(".js") ? [process.execPath, npm] : ["npm"];
  const runner = [
    "--import",
    `${root}/scripts/start/exit-with-parent.mjs`,
    `${root}/scripts/start/run-binary.mjs`,
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...runner, ...command, ...args], {
      cwd: root,
      env: { ...process.env, STARWIRE_PARENT: String(process.pid) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
