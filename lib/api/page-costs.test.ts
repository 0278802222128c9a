import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { answerApiRequest } from "@/lib/api/answer-api-request";
import { db } from "@/lib/db/client";
import { PrismaClient } from "@/lib/db/generated/client";
import { sampleEnvelope } from "@/lib/webhooks/sample-envelope";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

const ROWS = 4_000;
const FAR_PAGE = 60;
const BUFFERS_MAX = 90;

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
vi.stubEnv("API_REQUESTS_PER_MINUTE", "1000000");
const { url } = await createTestDatabase();

/** `db` of this file: it tells each statement with its parameters. */
const client = new PrismaClient({
  adapter: new PrismaPg({ connectionString: url, max: 4 }),
  log: [{ emit: "event", level: "query" }],
});
Object.assign(globalThis, { starwireDb: client });
let statements: { text: string; values: unknown[] }[] = [];
client.$on("query", ({ query, params }) => {
  statements.push({ text: query, values: z.array(z.unknown()).parse(JSON.parse(params)) });
});

const explainer = new pg.Client({ connectionString: url });
const AT = "now() - n * interval '1 minute'";

/** Rows of each list; `$2` is the project, `$3` a prefix of all ids. */
const FILL = [
  `insert into customer (id, project_id, first_name, created_at) select 'cus_' || $3 || n, $2, 'Jane', ${AT}`,
  `insert into review (id, project_id, customer_id, score, status, origin, rated_at, created_at)
   select 'rev_' || $3 || n, $2, 'cus_' || $3 || n, 4, 'rated', 'api', ${AT}, ${AT}`,
  `insert into request (id, project_id, customer_id) select 'req_' || $3 || n, $2, 'cus_' || $3 || n`,
  `insert into message (id, project_id, request_id, customer_id, channel, "to", "from", sequence, preview, scheduled_at,
                        due_at, created_at)
   select 'msg_' || $3 || n, $2, 'req_' || $3 || n, 'cus_' || $3 || n, 'email', 'a@example.com', 'b@example.com', 1, '',
          ${AT}, ${AT}, ${AT}`,
  `insert into event (id, project_id, type, resource_type, resource_id, revision, body, created_at)
   select 'evt_' || $3 || n, $2, 'review-created', 'review', 'rev_' || $3 || n, 1,
          ${pg.escapeLiteral(JSON.stringify(sampleEnvelope("review-created")))}, ${AT}`,
];
let key: string;

beforeAll(async () => {
  await explainer.connect();
  const [own, other] = [await createTestProject("owner"), await createTestProject("owner")];
  key = (await createApiKey(own, { name: "Pages" })).text;
  for (const statement of FILL) {
    const text = `${statement} from generate_series(1, $1::int) n`;
    await explainer.query(text, [ROWS, own.projectId, "own"]);
    await explainer.query(text, [ROWS, other.projectId, "other"]);
  }
  await explainer.query("vacuum (analyze) customer, review, request, message, event");
});

afterAll(async () => {
  await explainer.end();
  await db.$disconnect();
});

const page = z.object({ data: z.array(z.unknown()), next_cursor: z.string() });

async function readPage(path: string): Promise<z.infer<typeof page>> {
  const request = new Request(`http://localhost/api/v1${path}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const answer = await answerApiRequest(request, new URL(request.url).pathname.split("/").slice(3));
  return page.parse(await answer.json());
}

/** Buffers of 8 KB that Postgres touches for the list's own statement, and how it reads. */
async function costOf(path: string, table: string): Promise<{ buffers: number; plan: string }> {
  statements = [];
  await readPage(path);
  const own = statements.find(({ text }) => text.includes(`FROM "public"."${table}" WHERE`));
  if (!own) throw new Error(`${path} reads no ${table}.`);
  const { rows } = await explainer.query<{ "QUERY PLAN": string }>(
    `explain (analyze, buffers) ${own.text}`,
    own.values,
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  const [, hit = "0"] = /Buffers: shared hit=(\d+)/.exec(plan) ?? [];
  const [, read = "0"] = /Buffers: shared (?:hit=\d+ )?read=(\d+)/.exec(plan) ?? [];
  return { buffers: Number(hit) + Number(read), plan };
}

test.each(["customer", "review", "message", "event"])(
  "a page of the list of %ss is a range of its index, page 60 as page 1",
  async (table) => {
    const list = `/${table}s`;
    let cursor = "";
    for (let at = 1; at < FAR_PAGE; at += 2)
      cursor = `cursor=${(await readPage(`${list}?limit=100&${cursor}`)).next_cursor}`;
    for (const place of [list, `${list}?${cursor}`]) {
      const { buffers, plan } = await costOf(place, table);
      expect(plan).toContain(`${table}_project_id_created_at_id_idx`);
      expect(plan).not.toContain("Sort");
      expect(plan).not.toContain("Seq Scan");
      expect(buffers, plan).toBeLessThanOrEqual(BUFFERS_MAX);
    }
  },
);
