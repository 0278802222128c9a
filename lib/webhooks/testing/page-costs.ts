import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { CODE_CLASSES, DELIVERY_STATUSES, type DeliveryFilters } from "@/lib/webhooks/delivery-filters";
import { deliveryPage, type PagePlace } from "@/lib/webhooks/queries/delivery-page";

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: Plan[];
};

export type Cost = { buffers: number; sequentialScans: string[] };

/** What Postgres touches for one statement: 8 KB buffers, and the tables it reads from end to end. */
export async function costOf(statement: Prisma.Sql): Promise<Cost> {
  const [row] = await db.$queryRaw<{ "QUERY PLAN": { Plan: Plan }[] }[]>`
    explain (analyze, buffers, format json) ${statement}`;
  const root = row?.["QUERY PLAN"][0]?.Plan;
  if (!root) throw new Error("Postgres explained nothing.");
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
  return {
    buffers: root["Shared Hit Blocks"] + root["Shared Read Blocks"],
    sequentialScans: nodes(root)
      .filter((plan) => plan["Node Type"] === "Seq Scan")
      .map((plan) => plan["Relation Name"] ?? ""),
  };
}

const HOUR_MS = 3_600_000;
const PAGE_ROWS = 51;

/** The cost of the page after a place. Null when nothing can match, so that nothing is asked. */
export async function pageCost(
  projectId: string,
  filters: DeliveryFilters,
  after: PagePlace | null,
): Promise<Cost | null> {
  const statement = deliveryPage({ projectId, filters, after, rows: PAGE_ROWS });
  return statement && costOf(statement);
}

/** The place of the row after `skip` others, newest first, found the plain way. Null when there are fewer. */
export function placeAfter(projectId: string, webhookId: string | undefined, skip: number) {
  return db.delivery.findFirst({
    where: { projectId, ...(webhookId ? { webhookId } : {}) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip,
    select: { id: true, createdAt: true },
  });
}

/** Every combination of the filters that the screens offer, with a common type and a rare one, now and for one day. */
export function everyCombination(): DeliveryFilters[] {
  const day = { from: new Date(Date.now() - 30 * HOUR_MS), until: new Date(Date.now() - 6 * HOUR_MS) };
  const types = [{}, { type: "message-updated" }, { type: "review-deleted" }] as const;
  const codes = [{}, ...CODE_CLASSES.map((code) => ({ code }))];
  const statuses = [{}, ...DELIVERY_STATUSES.map((status) => ({ status }))];
  return [{}, { from: day.from }, day].flatMap((time) =>
    types.flatMap((type) =>
      codes.flatMap((code) => statuses.map((status) => ({ ...time, ...type, ...code, ...status }))),
    ),
  );
}

/** The same for one review, one event and one delivery of a filled log, and for a review that was changed very often. */
export function everyLookup(busyReview: string): DeliveryFilters[] {
  const abouts = [busyReview, `rev_${"1".padStart(26, "0")}`, `evt_${"77".padStart(26, "0")}`, "dlv_77"];
  const narrowed = everyCombination().filter(({ from }) => !from);
  return abouts.flatMap((about) => narrowed.map((filters) => ({ ...filters, about })));
}

/** The dearest of some lists, and those that read a table from end to end. */
export async function dearestPage(
  projectId: string,
  lists: readonly DeliveryFilters[],
  after: PagePlace | null,
): Promise<{ buffers: number; tableScans: string[] }> {
  let buffers = 0;
  const tableScans: string[] = [];
  for (const filters of lists) {
    const cost = await pageCost(projectId, filters, after);
    buffers = Math.max(buffers, cost?.buffers ?? 0);
    if (cost?.sequentialScans.some((table) => table === "delivery" || table === "attempt"))
      tableScans.push(JSON.stringify(filters));
  }
  return { buffers, tableScans };
}
