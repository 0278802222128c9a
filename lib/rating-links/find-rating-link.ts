import { db } from "@/lib/db/client";
import type { Review } from "@/lib/db/generated/client";
import type { LinkChannel, RatingSave } from "@/lib/db/generated/enums";
import { hashLinkToken, isLinkToken } from "@/lib/rating-links/link-token";
import { DEFAULT_PAGE_SETTINGS, type PageSettings, readPublicLinks } from "@/lib/review-page/page-settings";
import type { SnapshotCustomer, SnapshotProject } from "@/lib/reviews/review-snapshot";
import { type Score, toScore } from "@/lib/reviews/score";

/** Everything one visit of a rating link needs. */
export type OpenRatingLink = {
  id: string;
  channel: LinkChannel;
  leftAt: Date | null;
  project: SnapshotProject;
  page: PageSettings;
  /** The message that carries the link, and whether its first click is stamped. */
  message: { id: string; isClicked: boolean } | null;
  request: { id: string; isDemo: boolean; hasMessages: boolean; customer: SnapshotCustomer };
  review: GivenReview | null;
};

/** What the customer has given so far. */
export type GivenReview = { id: string; score: Score; body: string | null; status: Review["status"] };

export type FoundRatingLink =
  | { state: "open"; link: OpenRatingLink }
  | { state: "unknown" | "expired" | "canceled" };

/** After an end, what was just rated can still be finished for 24 hours. */
const GRACE_MS = 24 * 60 * 60 * 1000;

/** Looks a rating link up by its token and says whether it still works. One query; changes nothing. */
export async function findRatingLink(token: string, now: Date = new Date()): Promise<FoundRatingLink> {
  if (!isLinkToken(token)) return { state: "unknown" };
  const [row] = await db.$queryRaw<LinkRow[]>`
    select l.id, l.channel::text, l.left_at, l.expires_at, coalesce(l.canceled_at, q.canceled_at) as canceled_at,
           m.id as message_id, m.clicked_at is not null as is_clicked,
           q.id as request_id, q.is_demo,
           exists (select 1 from message where request_id = q.id) as has_messages,
           p.id as project_id, p.name as project_name, p.slug as project_slug,
           g.title, g.intro, g.thank_you_title, g.thank_you_text, g.color, g.links, g.rating_save::text, g.link_expiry_days,
           c.id as customer_id, c.external_id, c.first_name, c.last_name, c.email, c.phone, c.company,
           r.id as review_id, r.score, r.body, r.status::text, r.rated_at
    from rating_link l
    join request q on q.id = l.request_id
    join project p on p.id = l.project_id
    join customer c on c.id = q.customer_id
    left join message m on m.id = l.message_id
    left join review_page g on g.project_id = l.project_id
    left join review r on r.request_id = q.id
    where l.token_hash = ${hashLinkToken(token)}`;
  if (!row) return { state: "unknown" };
  if (row.canceled_at !== null) return { state: "canceled" };
  if (hasEnded(row, now)) return { state: "expired" };
  return { state: "open", link: toOpenLink(row) };
}

type LinkRow = {
  id: string;
  channel: LinkChannel;
  left_at: Date | null;
  expires_at: Date | null;
  canceled_at: Date | null;
  message_id: string | null;
  is_clicked: boolean;
  request_id: string;
  is_demo: boolean;
  has_messages: boolean;
  project_id: string;
  project_name: string;
  project_slug: string;
  customer_id: string;
  external_id: string | null;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
} & (PageColumns | { title: null }) &
  (ReviewColumns | { review_id: null });

type PageColumns = {
  title: string;
  intro: string;
  thank_you_title: string;
  thank_you_text: string;
  color: string;
  links: unknown;
  rating_save: RatingSave;
  link_expiry_days: number | null;
};

type ReviewColumns = {
  review_id: string;
  score: number;
  body: string | null;
  status: Review["status"];
  rated_at: Date;
};

function hasEnded(row: LinkRow, now: Date): boolean {
  if (row.expires_at === null || row.expires_at > now) return false;
  return row.review_id === null || now.getTime() - row.rated_at.getTime() >= GRACE_MS;
}

function toOpenLink(row: LinkRow): OpenRatingLink {
  return {
    id: row.id,
    channel: row.channel,
    leftAt: row.left_at,
    project: { id: row.project_id, name: row.project_name, slug: row.project_slug },
    page: row.title === null ? DEFAULT_PAGE_SETTINGS : toPageSettings(row),
    message: row.message_id === null ? null : { id: row.message_id, isClicked: row.is_clicked },
    request: {
      id: row.request_id,
      isDemo: row.is_demo,
      hasMessages: row.has_messages,
      customer: {
        id: row.customer_id,
        externalId: row.external_id,
        firstName: row.first_name,
        lastName: row.last_name,
        email: row.email,
        phone: row.phone,
        company: row.company,
      },
    },
    review:
      row.review_id === null
        ? null
        : { id: row.review_id, score: toScore(row.score), body: row.body, status: row.status },
  };
}

function toPageSettings(row: PageColumns): PageSettings {
  return {
    title: row.title,
    intro: row.intro,
    thankYouTitle: row.thank_you_title,
    thankYouText: row.thank_you_text,
    color: row.color,
    links: readPublicLinks(row.links),
    ratingSave: row.rating_save,
    linkExpiryDays: row.link_expiry_days,
  };
}
