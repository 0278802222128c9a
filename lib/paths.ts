const project = (slug: string) => `/projects/${encodeURIComponent(slug)}`;

/** Every page of the product. Nothing else builds a URL of ours. */
export const paths = {
  home: () => "/",
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  welcome: (token: string) => `/welcome/${token}`,
  invitation: (token: string) => `/join/${token}`,
  account: () => "/account",
  newProject: () => "/projects/new",
  overview: (slug: string) => `${project(slug)}/overview`,
  reviews: (slug: string) => `${project(slug)}/reviews`,
  review: (slug: string, id: string) => `${project(slug)}/reviews/${id}`,
  messages: (slug: string) => `${project(slug)}/messages`,
  message: (slug: string, id: string) => `${project(slug)}/messages/${id}`,
  outbox: (slug: string, messageId?: string) =>
    `${project(slug)}/messages/outbox${messageId ? `?message=${messageId}` : ""}`,
  customers: (slug: string) => `${project(slug)}/customers`,
  customer: (slug: string, id: string) => `${project(slug)}/customers/${id}`,
  customerExport: (slug: string, id: string) => `${project(slug)}/customers/${id}/export`,
  settingsRoot: (slug: string) => `${project(slug)}/settings`,
  settings: (slug: string) => `${project(slug)}/settings/general`,
  settingsReviewPage: (slug: string) => `${project(slug)}/settings/review-page`,
  settingsMessages: (slug: string) => `${project(slug)}/settings/messages`,
  settingsMembers: (slug: string) => `${project(slug)}/settings/members`,
  settingsAuditLog: (slug: string) => `${project(slug)}/settings/audit-log`,
  settingsApi: (slug: string) => `${project(slug)}/settings/api`,
  webhooks: (slug: string) => `${project(slug)}/settings/api#webhooks`,
  deliveries: (slug: string, webhookId: string) => `${project(slug)}/settings/api/webhooks/${webhookId}`,
  /** @param about id of the review, message, event or delivery that the log is narrowed to */
  allDeliveries: (slug: string, about?: string) =>
    `${project(slug)}/settings/api/deliveries${about ? `?about=${encodeURIComponent(about)}` : ""}`,
  delivery: (slug: string, id: string) => `${project(slug)}/settings/api/deliveries/${id}`,
  operator: () => "/operator",
  apiReference: () => "/reference",
  guide: (section?: string) => (section ? `/guide#${section}` : "/guide"),
  eventTypeSchema: (type: string) => `/api/event-types/${type}.json`,
  openApi: () => "/api/openapi.json",
  receiver: () => "/receiver",
  receiverNews: () => "/receiver/news",
  ratingLink: (token: string, score?: number) =>
    score === undefined ? `/r/${token}` : `/r/${token}/${score}`,
  unsubscribe: (token: string) => `/u/${token}`,
  publicReviewPage: (slug: string) => `/p/${encodeURIComponent(slug)}`,
} as const;
