import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { SchemaContainer } from "@prisma/schema-engine-wasm";
import { openSchemaEngine } from "./open-schema-engine";

const schemaFolder = fileURLToPath(new URL("../../prisma/schema", import.meta.url));

/** The schema as the last migration left it; kept beside the migrations and written only with a new one. */
export const snapshotFile = fileURLToPath(
  new URL("../../prisma/migrations/schema.snapshot.prisma", import.meta.url),
);

/** All schema files as one text, in a stable order. */
export async function readCurrentSchema(): Promise<string> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith(".prisma")).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(path.join(schemaFolder, name), "utf8")));
  return texts.map((text) => text.trim()).join("\n\n") + "\n";
}

/** SQL that leads from the snapshot to `current`; empty when they mean the same. Needs no database. */
export async function diffFromSnapshot(current: string): Promise<string> {
  const { engine } = await openSchemaEngine({ url: null });
  const snapshot = await readFile(snapshotFile, "utf8").catch(() => null);
  const target = (content: string): { tag: "schemaDatamodel"; files: SchemaContainer[] } => ({
    tag: "schemaDatamodel",
    files: [{ path: snapshotFile, content }],
  });
  const { stdout, exitCode } = await engine.diff({
    from: snapshot === null ? { tag: "empty" } : target(snapshot),
    to: target(current),
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 2 ? (stdout ?? "") : "";
}
