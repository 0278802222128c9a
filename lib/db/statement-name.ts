import { createHash } from "node:crypto";
import { env } from "@/lib/env";

const KEPT = /^\s*\/\* kept \*\//;
const names = new Map<string, string>();

/**
 * A name under which a connection keeps a statement, so that Postgres parses and plans it once. Empty, which keeps
 * nothing, when `DATABASE_URL` leads through a pooler: there the next statement may go to another connection.
 */
export function statementName(text: string): string {
  if (env().DATABASE_DIRECT_URL) return "";
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 24);
  names.set(text, name);
  return name;
}

/** The same for Prisma, whose statements vary without end: those that begin with a comment "kept" are kept. */
export function keptStatementName({ sql }: { sql: string }): string {
  return KEPT.test(sql) ? statementName(sql) : "";
}
