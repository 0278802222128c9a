import { z } from "zod";
import { db } from "@/lib/db/client";

const envelope = z.object({
  data: z.object({ score: z.number(), body: z.string().nullable(), status: z.string() }),
  changes: z.array(z.string()).nullable(),
});

/** What a project's customers have made happen, in order: type, score, status, text, changed fields. */
export async function recordedEvents(projectId: string) {
  const events = await db.event.findMany({
    where: { projectId },
    orderBy: [{ resourceId: "asc" }, { revision: "asc" }],
  });
  return events.map((event) => {
    const { data, changes } = envelope.parse(JSON.parse(event.body));
    return { type: event.type, revision: event.revision, ...data, changes };
  });
}
