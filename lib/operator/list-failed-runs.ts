import { db } from "@/lib/db/client";

const SHOWN_MAX = 20;

export type FailedRun = { id: string; functionId: string; error: string; endedAt: Date };

/**
 * The embedded engine's latest failed runs, newest first; none with an Inngest server, whose dashboard has them.
 * Never their events, which belong to projects.
 */
export async function listFailedRuns(): Promise<FailedRun[]> {
  const runs = await db.engineRun.findMany({
    where: { status: "failed" },
    orderBy: [{ endedAt: "desc" }, { id: "desc" }],
    take: SHOWN_MAX,
    select: { id: true, functionId: true, error: true, endedAt: true, createdAt: true },
  });
  return runs.map(({ id, functionId, error, endedAt, createdAt }) => ({
    id: String(id),
    functionId,
    error: sentenceOf(error),
    endedAt: endedAt ?? createdAt,
  }));
}

function sentenceOf(error: unknown): string {
  const message = error !== null && typeof error === "object" && "message" in error ? error.message : null;
  return typeof message === "string" ? message.slice(0, 300) : "no reason given";
}
