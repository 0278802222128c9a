import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { MigrationAdapter } from "./migration-adapter";
import { offlineAdapterFactory } from "./offline-adapter";

interface EngineBindings extends WebAssembly.ModuleImports {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: typeof SchemaEngine;
}

/** `close` ends the connections. */
export type OpenSchemaEngine = { engine: SchemaEngine; close: () => Promise<void> };

let loading: Promise<EngineBindings> | undefined;

/**
 * Prisma's own schema engine in its WebAssembly build, so that no engine binary must be downloaded.
 *
 * @param input.url Postgres URL, connected to at once; null for commands that only compare files
 * @param input.datamodels `[path, content]` of each schema file, for the commands that compare with the schema
 * @param input.onLog one JSON line per engine message
 */
export async function openSchemaEngine(input: {
  url: string | null;
  datamodels?: [string, string][];
  onLog?: (line: string) => void;
}): Promise<OpenSchemaEngine> {
  loading ??= loadBindings();
  const bindings = await loading;
  const pool = input.url === null ? null : new pg.Pool({ connectionString: input.url });
  pool?.on("error", () => undefined);
  const adapter = bindMigrationAwareSqlAdapterFactory(
    pool ? new MigrationAdapter(pool) : offlineAdapterFactory,
  );
  const onLog = input.onLog ?? (() => undefined);
  const datamodels = input.datamodels?.length ? input.datamodels : undefined;
  const engine = await bindings.SchemaEngine.new({ datamodels }, onLog, adapter);
  return { engine, close: async () => pool?.end() };
}

async function loadBindings(): Promise<EngineBindings> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: reportPanic } });
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  // The package's own loader imports the .wasm file as a module, which Node 20 refuses.
  const bindings = (await import(path.join(folder, "schema_engine_bg.js"))) as EngineBindings;
  const bytes = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": { ...bindings, ...quietTimers(bindings) },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  return bindings;
}

/** The engine leaves its 10 s lock timeout running; that alone must not keep a process alive. */
function quietTimers(bindings: EngineBindings): WebAssembly.ModuleImports {
  const names = Object.keys(bindings).filter((name) => name.startsWith("__wbg_setTimeout_"));
  const start = (run: () => void, delayMs: number): NodeJS.Timeout => setTimeout(run, delayMs).unref();
  return Object.fromEntries(names.map((name) => [name, start]));
}

/** The engine calls this before it aborts; the line has the shape of its log lines. */
function reportPanic(message: string): void {
  process.stderr.write(`${JSON.stringify({ level: "ERROR", fields: { message } })}\n`);
}
