import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { hasInstalled } from "./has-installed.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs the packages when they are missing or not those of the lockfile. Plain JavaScript, since nothing is there yet.
 *
 * @returns {Promise<number>} milliseconds it took; 0 when nothing was to do
 */
export async function installIfNeeded() {
  const wanted = await readJson("package-lock.json");
  const installed = await readJson("node_modules/.package-lock.json");
  if (wanted && installed && hasInstalled(wanted, installed)) return 0;

  const startedMs = performance.now();
  process.stdout.write("  Installing packages …");
  const { code, output } = await runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) {
    console.log(` failed\n${output.trim()}\nInstalling failed. Is the npm registry reachable? Try npm ci.`);
    process.exit(1);
  }
  const tookMs = performance.now() - startedMs;
  console.log(` ${Math.round(tookMs / 1000)} s`);
  return tookMs;
}

/** @param {string} file */
async function readJson(file) {
  try {
    return JSON.parse(await readFile(`${root}/${file}`, "utf8"));
  } catch {
    return null;
  }
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm?.endsWith(".js") ? [process.execPath, npm] : ["npm"];
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
