import { paths } from "@/lib/paths";
import type { Target } from "./target";

/** One line for every page of a project; who may open it is read from its source. */
export const PROJECT_PAGES: Record<string, (of: Target) => string> = {
  "/projects/[slug]/overview": ({ slug }) => paths.overview(slug),
  "/projects/[slug]/reviews": ({ slug }) => paths.reviews(slug),
  "/projects/[slug]/reviews/[id]": ({ slug, review }) => paths.review(slug, review),
  "/projects/[slug]/messages": ({ slug }) => paths.messages(slug),
  "/projects/[slug]/messages/[id]": ({ slug, message }) => paths.message(slug, message),
  "/projects/[slug]/messages/outbox": ({ slug }) => paths.outbox(slug),
  "/projects/[slug]/customers": ({ slug }) => paths.customers(slug),
  "/projects/[slug]/customers/[id]": ({ slug, customer }) => paths.customer(slug, customer),
  "/projects/[slug]/customers/[id]/export": ({ slug, customer }) => paths.customerExport(slug, customer),
  "/projects/[slug]/settings/general": ({ slug }) => paths.settings(slug),
  "/projects/[slug]/settings/review-page": ({ slug }) => paths.settingsReviewPage(slug),
  "/projects/[slug]/settings/messages": ({ slug }) => paths.settingsMessages(slug),
  "/projects/[slug]/settings/audit-log": ({ slug }) => paths.settingsAuditLog(slug),
  "/projects/[slug]/settings/members": ({ slug }) => paths.settingsMembers(slug),
  "/projects/[slug]/settings/api": ({ slug }) => paths.settingsApi(slug),
  "/projects/[slug]/settings/api/deliveries": ({ slug }) => paths.allDeliveries(slug),
  "/projects/[slug]/settings/api/deliveries/[deliveryId]": ({ slug, delivery }) =>
    paths.delivery(slug, delivery),
  "/projects/[slug]/settings/api/webhooks/[webhookId]": ({ slug, webhook }) =>
    paths.deliveries(slug, webhook),
};

type OtherRow = {
  path: (of: Target) => string;
  /** Status, and where it leads when it redirects. */
  signedOut: [status: number, location?: string];
  viewer: [status: number, location?: string];
};

const toSignIn = (next: string): [number, string] => [307, paths.signIn(next)];

/** One line for every other route. Those that only lead on are locked where they lead to. */
export const OTHER_ROUTES: Record<string, OtherRow> = {
  "/": { path: paths.home, signedOut: toSignIn("/"), viewer: [307, "overview"] },
  "/projects/[slug]": {
    path: ({ slug }) => `/projects/${slug}`,
    signedOut: [307, "/overview"],
    viewer: [307, "/overview"],
  },
  "/projects/[slug]/settings": {
    path: ({ slug }) => paths.settingsRoot(slug),
    signedOut: [307, "/settings/general"],
    viewer: [307, "/settings/general"],
  },
  "/account": { path: paths.account, signedOut: toSignIn("/account"), viewer: [200] },
  "/projects/new": { path: paths.newProject, signedOut: toSignIn("/projects/new"), viewer: [200] },
  "/operator": { path: paths.operator, signedOut: toSignIn("/operator"), viewer: [403] },
  "/receiver": { path: paths.receiver, signedOut: toSignIn("/receiver"), viewer: [403] },
  "/receiver/news": { path: paths.receiverNews, signedOut: [401], viewer: [403] },
  "/sign-in": { path: () => paths.signIn(), signedOut: [200], viewer: [307, "/"] },
  "/welcome/[token]": { path: () => paths.welcome("unknown"), signedOut: [200], viewer: [307, "/"] },
  "/join/[token]": { path: () => paths.invitation("unknown"), signedOut: [200], viewer: [200] },
  "/r/[token]/[[...score]]": {
    path: () => paths.ratingLink("unknown", 4),
    signedOut: [404],
    viewer: [404],
  },
  "/u/[token]": { path: () => paths.unsubscribe("unknown"), signedOut: [404], viewer: [404] },
  "/api/inbound/email": { path: () => "/api/inbound/email", signedOut: [405], viewer: [405] },
  "/api/inbound/twilio": { path: () => "/api/inbound/twilio", signedOut: [405], viewer: [405] },
  "/p/[project]": { path: () => paths.publicReviewPage("no-such-project"), signedOut: [404], viewer: [404] },
  "/reference": { path: paths.apiReference, signedOut: [200], viewer: [200] },
  "/guide": { path: () => paths.guide(), signedOut: [200], viewer: [200] },
  "/api/openapi.json": { path: paths.openApi, signedOut: [200], viewer: [200] },
  "/api/event-types/[file]": {
    path: () => paths.eventTypeSchema("review-created"),
    signedOut: [200],
    viewer: [200],
  },
  // Opened by keys alone: a session is none.
  "/api/v1/[[...path]]": { path: () => "/api/v1/reviews", signedOut: [401], viewer: [401] },
  "/api/inngest": { path: () => "/api/inngest", signedOut: [404], viewer: [404] },
  "/readyz": { path: () => "/readyz", signedOut: [200], viewer: [200] },
  "/healthz": { path: () => "/healthz", signedOut: [200], viewer: [200] },
};

/** What a route handler that takes something answers to more than 256 KB, and to a form of another site. */
export const POSTS: Record<string, { tooMuch: number; foreignOrigin: number }> = {
  "/r/[token]/[[...score]]": { tooMuch: 413, foreignOrigin: 403 },
  "/p/[project]": { tooMuch: 413, foreignOrigin: 403 },
  "/api/v1/[[...path]]": { tooMuch: 401, foreignOrigin: 401 },
  // A mail program's one click comes from anywhere; the token is the key, and this one is unknown.
  "/u/[token]": { tooMuch: 413, foreignOrigin: 404 },
  // The signature is the key, and these have none.
  "/api/inbound/email": { tooMuch: 413, foreignOrigin: 403 },
  "/api/inbound/twilio": { tooMuch: 413, foreignOrigin: 403 },
  // Closed while the embedded engine runs the functions in the worker.
  "/api/inngest": { tooMuch: 404, foreignOrigin: 404 },
};
