import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { projectRoot } from "@/scripts/start/project-root";

/**
 * Compiles a process of its own once, so that each start of it takes a moment.
 * @param entry path from the project's root
 * @returns its file, and how to remove it
 */
export async function bundleProcess(entry: string): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = path.join(projectRoot, "node_modules/.cache/test-processes");
  const file = path.join(folder, `${path.basename(entry, ".ts")}-${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [path.join(projectRoot, entry)],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return { file, remove: () => rm(file, { force: true }) };
}
