import { sql } from "@/lib/db/sql";
import { newId } from "@/lib/ids";
import type { OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import { hashLinkToken, newLinkToken } from "@/lib/rating-links/link-token";
import { DEFAULT_PAGE_SETTINGS } from "@/lib/review-page/page-settings";

type Project = { id: string; name: string; slug: string };

export type BenchLink = { token: string; link: OpenRatingLink };

const BATCH = 2_000;

/** So many customers with one unused rating link each, written in bulk, as a visit would find them. */
export async function createBenchLinks(project: Project, count: number): Promise<BenchLink[]> {
  const links = Array.from({ length: count }, (_, index) => newLink(project, index));
  for (let done = 0; done < count; done += BATCH) {
    const rows = links.slice(done, done + BATCH).map(({ token, link }) => ({
      token_hash: hashLinkToken(token),
      link: link.id,
      request: link.request.id,
      ...link.request.customer,
    }));
    await sql(INSERT, [JSON.stringify(rows), project.id]);
  }
  return links;
}

const INSERT = `
  with x as (
    select * from json_to_recordset($1)
      as x (token_hash text, link text, request text, id text, "firstName" text, "lastName" text, email text)
  ), c as (
    insert into customer (id, project_id, first_name, last_name, email)
    select id, $2, "firstName", "lastName", email from x
  ), q as (
    insert into request (id, project_id, customer_id) select request, $2, id from x
  )
  insert into rating_link (id, project_id, request_id, token_hash) select link, $2, request, token_hash from x`;

function newLink(project: Project, index: number): BenchLink {
  const customer = {
    id: newId("cus"),
    externalId: null,
    firstName: "Jane",
    lastName: "Doe",
    email: `jane.${index}@example.com`,
    phone: null,
    company: null,
  };
  return {
    token: newLinkToken(),
    link: {
      id: newId("lnk"),
      channel: "link",
      leftAt: null,
      project,
      page: DEFAULT_PAGE_SETTINGS,
      message: null,
      request: { id: newId("req"), isDemo: false, hasMessages: false, customer },
      review: null,
    },
  };
}
