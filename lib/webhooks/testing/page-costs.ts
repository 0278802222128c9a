import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { DeliveryFilters } from "@/lib/webhooks/delivery-filters";
import {
  deliveryPage,
  looksBounded,
  lookedUntil,
  type PageQuery,
} from "@/lib/webhooks/queries/delivery-page";

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

/** The cost of one page as the screen asks for it, the look for its end included. @param skip rows of the pages before */
export async function pageCost(projectId: string, filters: DeliveryFilters, skip: number): Promise<Cost> {
  const first = { projectId, filters, after: null, rows: 51 };
  const query: PageQuery = { ...first, after: await placeAfter(projectId, filters, skip) };
  const statements = [deliveryPage(query), ...(looksBounded(filters) ? [lookedUntil(query)] : [])];
  const costs: Cost[] = [];
  for (const statement of statements) if (statement) costs.push(await costOf(statement));
  return {
    buffers: costs.reduce((sum, { buffers }) => sum + buffers, 0),
    sequentialScans: costs.flatMap(({ sequentialScans }) => sequentialScans),
  };
}

/** The place of the row after which a page begins, found the plain way. Null for the first page. */
async function placeAfter(
  projectId: string,
  { webhookId, status, from, until }: DeliveryFilters,
  skip: number,
): Promise<PageQuery["after"]> {
  if (skip === 0) return null;
  const createdAt = { createdAt: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } };
  return db.delivery.findFirst({
    where: { projectId, ...(webhookId ? { webhookId } : {}), ...(status ? { status } : {}), ...createdAt },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip,
    select: { id: true, createdAt: true },
  });
}

/** Every way in which the screens narrow the log, for a busy webhook, a quiet one and the whole project. */
export function everyList(busy: string, quiet: string): [name: string, filters: DeliveryFilters][] {
  const hour = 3_600_000;
  const narrowings: [string, DeliveryFilters][] = [
    ["everything", {}],
    ["delivered", { status: "delivered" }],
    ["failed", { status: "failed" }],
    ["held", { status: "held" }],
    ["waiting", { status: "waiting" }],
    ["a common type", { type: "message-updated" }],
    ["a rare type", { type: "review-deleted" }],
    ["failed ones of a rare type", { type: "review-deleted", status: "failed" }],
    ["retried ones with 5xx", { code: "5xx", status: "waiting" }],
    ["2xx", { code: "2xx" }],
    ["5xx", { code: "5xx" }],
    ["3xx", { code: "3xx" }],
    ["no answer", { code: "none" }],
    ["one day", { from: new Date(Date.now() - 30 * hour), until: new Date(Date.now() - 6 * hour) }],
    ["failed since yesterday", { status: "failed", from: new Date(Date.now() - 24 * hour) }],
  ];
  return [
    ...narrowings,
    ...narrowings.map(([name, filters]): [string, DeliveryFilters] => [
      `${name}, busy webhook`,
      { ...filters, webhookId: busy },
    ]),
    ...narrowings.map(([name, filters]): [string, DeliveryFilters] => [
      `${name}, quiet webhook`,
      { ...filters, webhookId: quiet },
    ]),
    ["one review", { about: `rev_${"1".padStart(26, "0")}` }],
    ["one event", { about: `evt_${"77".padStart(26, "0")}` }],
    ["one delivery", { about: "dlv_77" }],
  ];
}
