import type { ReferenceOperation, Schema } from "@/lib/api/reference/read-document";
import { sampleOf } from "@/lib/api/reference/sample-of";

/** What an operation's request holds; null when it has no body. Pure. */
export function bodyOf({ requestBody }: ReferenceOperation): Schema | null {
  return requestBody?.content["application/json"]?.schema ?? null;
}

/** The operation as a command that can be pasted: the key is read from `$KEY`, ids in the path from variables. Pure. */
export function curlOf(operation: ReferenceOperation, baseUrl: string): string {
  const { method, path } = operation;
  const body = bodyOf(operation);
  const url = baseUrl + path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => `$${name.toUpperCase()}`);
  const lines = [
    method === "GET" ? `curl "${url}"` : `curl -X ${method} "${url}"`,
    '-H "Authorization: Bearer $KEY"',
    ...(body
      ? ['-H "Content-Type: application/json"', `-d '${JSON.stringify(sampleOf(body), null, 2)}'`]
      : []),
  ];
  return lines.join(" \\\n  ");
}
