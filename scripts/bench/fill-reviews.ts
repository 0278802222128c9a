import { sql, sqlPool } from "@/lib/db/sql";

const PER_CUSTOMER = 2;

/**
 * So many reviews as years of work leave them, one a minute back from now, two of each customer, nine of ten with words.
 * @returns the ids of all reviews and customers
 */
export async function fillReviews(
  projectId: string,
  count: number,
): Promise<{ reviews: string[]; customers: string[] }> {
  await sql(CUSTOMERS, [count / PER_CUSTOMER, projectId]);
  await sql(REVIEWS, [count, projectId]);
  await sqlPool().query("vacuum (analyze) customer, review");
  const idsOf = async (table: "review" | "customer") => {
    const rows = await sql<{ id: string }>(`select id from ${table} where project_id = $1`, [projectId]);
    return rows.map(({ id }) => id);
  };
  return { reviews: await idsOf("review"), customers: await idsOf("customer") };
}

const customerId = (n: string) => `'cus_' || lpad((${n})::text, 26, '0')`;

const CUSTOMERS = `
  insert into customer (id, project_id, external_id, first_name, last_name, email, tags, created_at)
  select ${customerId("n")}, $2, 'C-' || n, 'Jane', 'Doe ' || n, 'jane.' || n || '@example.com', '{regular}',
         now() - ($1 - n) * interval '2 minutes'
  from generate_series(1, $1::int) n`;

const REVIEWS = `
  insert into review (id, project_id, customer_id, score, body, status, origin, rated_at, submitted_at, created_at)
  select 'rev_' || lpad(n::text, 26, '0'), $2, ${customerId(`1 + (n - 1) / ${PER_CUSTOMER}`)}, 1 + n % 5,
         case when n % 10 > 0 then repeat('Lovely bread and friendly people. ', 1 + n % 6) end,
         (case when n % 10 > 0 then 'submitted' else 'rated' end)::review_status, 'email',
         at, case when n % 10 > 0 then at end, at
  from generate_series(1, $1::int) n cross join lateral (select now() - ($1 - n) * interval '1 minute' as at) t`;
