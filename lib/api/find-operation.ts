import { OPERATIONS } from "@/lib/api/operations/all";
import type { Operation } from "@/lib/api/operation";

type Found =
  | { kind: "found"; operation: Operation; params: Record<string, string> }
  | { kind: "wrong_method"; allowed: string[] }
  | { kind: "unknown" };

/** The operation for a method and the segments of a path below `/api/v1`. */
export function findOperation(method: string, segments: readonly string[]): Found {
  const here = OPERATIONS.flatMap((operation) => {
    const params = matchPath(operation.path, segments);
    return params ? [{ operation, params }] : [];
  });
  // A fixed word in the path wins over a parameter.
  const fewest = Math.min(...here.map(({ params }) => Object.keys(params).length));
  const fixed = here.filter(({ params }) => Object.keys(params).length === fewest);
  const match = fixed.find(({ operation }) => operation.method === method);
  if (match) return { kind: "found", ...match };
  if (fixed.length === 0) return { kind: "unknown" };
  return { kind: "wrong_method", allowed: [...new Set(fixed.map(({ operation }) => operation.method))] };
}

function matchPath(path: string, segments: readonly string[]): Record<string, string> | null {
  const parts = path.split("/").slice(1);
  if (parts.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    // No id of ours holds it, and Postgres doesn't take it.
    if (segment.includes("\0")) return null;
    if (name) params[name] = segment;
    else if (part !== segment) return null;
  }
  return params;
}
