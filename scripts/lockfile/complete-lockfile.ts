import { readFileSync, writeFileSync } from "node:fs";
import { missingPlatforms, type LockPackage, type Lockfile, type MissingPlatform } from "./missing-platforms";

const FILE = "package-lock.json";
const SYSTEMS = ["darwin", "linux", "win32", "freebsd", "android", "openharmony"];
const PROCESSORS = ["x64", "arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "wasm32"];

/** What npm would have written, read from the package's name: `@next/swc-linux-arm64-musl`. */
function entryOf({ name, version, parent }: MissingPlatform): LockPackage {
  const words = name.split(/[/\-_.]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = os.includes("linux") ? [words.some((word) => word.startsWith("musl")) ? "musl" : "glibc"] : [];
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(libc.length > 0 && words.some((word) => /^(gnu|musl)/.test(word)) ? { libc } : {}),
    ...(parent.license ? { license: parent.license } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
    ...(parent.engines ? { engines: parent.engines } : {}),
  };
}

const lock = JSON.parse(readFileSync(FILE, "utf8")) as Lockfile;
const missing = missingPlatforms(lock);
for (const platform of missing) lock.packages[`node_modules/${platform.name}`] = entryOf(platform);
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${FILE}: ${missing.length} packages of other platforms added`);
