import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { lockOf } from "@/lib/actions/action-lock";

const manifestSchema = z.object({
  node: z.record(
    z.string(),
    z.object({
      filename: z.string(),
      exportedName: z.string(),
      workers: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** A process of its own: Playwright's loader can't import what Next's own modules are part of. Prints a Door for each action of the build. */
async function printDoors(): Promise<void> {
  const root = process.cwd();
  const read = createRequire(import.meta.url);
  const folder = path.join(root, process.env["NEXT_DIST_DIR"] ?? ".next");
  const { node } = manifestSchema.parse(read(path.join(folder, "server/server-reference-manifest.json")));
  const routeOfPage = z
    .record(z.string(), z.string())
    .parse(read(path.join(folder, "app-path-routes-manifest.json")));
  const doors = Object.entries(node).map(async ([id, { filename, exportedName, workers }]) => {
    const exported: Record<string, unknown> = await import(path.join(root, filename));
    const action = exported[exportedName];
    const lock = typeof action === "function" ? lockOf(action) : undefined;
    const [worker = ""] = Object.keys(workers);
    const route = routeOfPage[worker.replace(/^app/, "")];
    return { id, name: exportedName, filename, route, lock: lock ?? null };
  });
  process.stdout.write(JSON.stringify(await Promise.all(doors)));
}

await printDoors();
