import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { answerRpcLine } from "./answer-rpc-line";
import { checkConnection, createDatabase } from "./database-commands";
import { type OpenSchemaEngine, openSchemaEngine } from "./open-schema-engine";

const datasourceSchema = z.object({ url: z.string().optional() });

/**
 * The command line of Prisma's schema engine: JSON-RPC lines on stdin, or one `cli` sub-command.
 * The official Prisma CLI starts this through `PRISMA_SCHEMA_ENGINE_BINARY`.
 */
export async function runSchemaEngine(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      version: { type: "boolean" },
      datasource: { type: "string" },
      datamodels: { type: "string", multiple: true },
      "enabled-preview-features": { type: "string" },
      "extension-types": { type: "string" },
    },
  });
  if (values.version) return write("schema-engine-cli wasm");

  const url = datasourceSchema.parse(JSON.parse(values.datasource ?? "{}")).url ?? "";
  if (positionals[0] === "cli") return runCliCommand(positionals[1] ?? "", url);

  const files = values.datamodels ?? [];
  const datamodels = await Promise.all(
    files.map(async (file): Promise<[string, string]> => [file, await readFile(file, "utf8")]),
  );
  const onLog = (line: string): void => void process.stderr.write(`${line}\n`);
  const open = (online: boolean): Promise<OpenSchemaEngine> =>
    openSchemaEngine({ url: online ? url : null, datamodels, onLog });
  for await (const line of createInterface({ input: process.stdin })) {
    for (const message of await answerRpcLine(open, line)) write(JSON.stringify(message));
  }
  process.exit(0);
}

async function runCliCommand(command: string, url: string): Promise<void> {
  try {
    if (command === "can-connect-to-database") write(await checkConnection(url));
    else if (command === "create-database") write(await createDatabase(url));
    else throw new Error(`unknown command ${command}`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${JSON.stringify({ level: "ERROR", fields: { message, is_panic: false } })}\n`);
    process.exitCode = 1;
  }
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
