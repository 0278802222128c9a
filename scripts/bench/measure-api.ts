import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { buildIfChanged } from "@/scripts/start/build-if-changed";
import { createSteps } from "@/scripts/start/steps";
import { type ApiCall, type ApiClient, openApiClient } from "./api-client";
import { inParallel } from "./at-rate";
import { type BenchStage, startWeb } from "./bench-stage";
import { nowMs } from "./clock";
import { fillReviews } from "./fill-reviews";
import { longLog } from "./long-log";
import { percentile } from "./percentile";
import { measure, type Measure } from "./result";

const REVIEWS = 100_000;
const AT_ONCE = 8;
const WARM_UP = 100;
const CALLS = 1_000;
const FAR_PAGE = 1_000;
const LOOKS = 150;

/**
 * The five commonest calls of the API over HTTP, eight at once with one key on the built web process, beside 100,000
 * reviews and 1,000,000 deliveries; and what the thousandth page of a list takes beside its first. The key's limit is
 * lifted (`API_REQUESTS_PER_MINUTE`), its count is kept as always.
 */
export async function measureApi({ webPort }: BenchStage): Promise<Record<string, Measure>> {
  await buildIfChanged(process.env, createSteps());
  const { project, busy } = await longLog();
  const { reviews, customers } = await fillReviews(project.id, REVIEWS);
  const access = { projectId: project.id, projectSlug: project.slug, userId: "usr_bench", userName: "Bench" };
  const { text: key } = await createApiKey({ ...access, role: "owner" }, { name: "Bench" });
  const web = await startWeb(webPort);
  const client = openApiClient({ port: webPort, key, connections: AT_ONCE });
  const any = (ids: readonly string[], index: number) => ids[(index * 7919) % ids.length] ?? "";

  const calls: Record<string, (index: number) => ApiCall> = {
    list_reviews: () => ({ method: "GET", path: "/reviews" }),
    get_review: (index) => ({ method: "GET", path: `/reviews/${any(reviews, index)}` }),
    upsert_customer: (index) => ({
      method: "POST",
      path: "/customers",
      body: { external_id: `${index % 2 ? "new" : "C"}-${index + 1}`, last_name: `Smith ${index}` },
    }),
    create_request: (index) => ({
      method: "POST",
      path: "/requests",
      body: { customer: { id: any(customers, index) }, channels: ["email"] },
    }),
    list_deliveries: () => ({ method: "GET", path: `/webhooks/${busy}/deliveries` }),
  };
  const results: Record<string, Measure> = {};
  for (const [name, callOf] of Object.entries(calls)) {
    const { perSecond, p95Ms } = await timeCalls(client, callOf);
    results[`api_${name}_per_s`] = measure(perSecond, "requests/s");
    results[`api_${name}_p95_ms`] = measure(p95Ms, "ms");
  }
  for (const [name, list] of [
    ["reviews", "/reviews"],
    ["deliveries", `/webhooks/${busy}/deliveries`],
  ] as const) {
    results[`api_${name}_page_1000_ratio`] = measure(await farPageRatio(client, list), "x page 1");
  }
  await client.close();
  await web.stop();
  return results;
}

async function timeCalls(client: ApiClient, callOf: (index: number) => ApiCall) {
  const latencies: number[] = [];
  const send = async (index: number) => {
    const fromMs = nowMs();
    await client.send(callOf(index));
    latencies.push(nowMs() - fromMs);
  };
  const indexes = Array.from({ length: WARM_UP + CALLS }, (_, index) => index);
  await inParallel(indexes.slice(0, WARM_UP), AT_ONCE, send);
  latencies.length = 0;
  const fromMs = nowMs();
  await inParallel(indexes.slice(WARM_UP), AT_ONCE, send);
  return {
    perSecond: (CALLS * 1_000) / (nowMs() - fromMs),
    p95Ms: percentile(latencies, 0.95),
  };
}

/** The median time of page 1,000 over that of page 1, looked at in turn. */
async function farPageRatio(client: ApiClient, list: string): Promise<number> {
  const farPage = await client.walkTo(list, FAR_PAGE);
  const times: { near: number[]; far: number[] } = { near: [], far: [] };
  for (let look = 0; look < LOOKS; look += 1) {
    for (const [place, path] of [
      ["near", list],
      ["far", farPage],
    ] as const) {
      const fromMs = nowMs();
      await client.send({ method: "GET", path });
      times[place].push(nowMs() - fromMs);
    }
  }
  return percentile(times.far, 0.5) / percentile(times.near, 0.5);
}
