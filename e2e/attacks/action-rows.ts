import type { Target } from "./target";

/** The input of a project action, as somebody who may would send it. */
type ProjectRow = (of: Target) => unknown;

const MAIL = { subject: "Attacked", body: "{{rating_links}}" };

const aWeekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString();
const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();

/** One line for every project action of the build; who may call it is asked of its lock. */
export const PROJECT_ACTIONS: Record<string, ProjectRow> = {
  listCustomersAction: () => ({}),
  addCustomerAction: () => ({ firstName: "Mallory" }),
  getCustomerAction: ({ customer }) => ({ id: customer }),
  setSubscriptionAction: ({ customer }) => ({ id: customer, channel: "email", isSubscribed: false }),
  editCustomerAction: ({ customer }) => ({ id: customer, customer: { firstName: "Mallory" } }),
  eraseCustomerAction: ({ customer }) => ({ id: customer }),
  askForReviewAction: ({ customer }) => ({ customer: { id: customer }, channel: "email" }),
  askManyAction: ({ customer }) => ({ customerIds: [customer], channel: "email" }),
  cancelRequestAction: ({ request }) => ({ id: request }),
  createRatingLinkAction: ({ customer }) => ({ customerId: customer }),

  listReviewsAction: () => ({}),
  editReviewAction: ({ review }) => ({ id: review, score: 1, body: "Attacked", tags: "" }),
  setReviewVisibilityAction: ({ review }) => ({ id: review, visibility: "hidden" }),
  deleteReviewAction: ({ review }) => ({ id: review }),

  listMessagesAction: () => ({}),
  countMessagesAction: () => ({}),
  getMessageAction: ({ message }) => ({ id: message }),
  cancelMessageAction: ({ message }) => ({ id: message }),
  rescheduleMessageAction: ({ message }) => ({ id: message, sendAt: inAWeek }),
  sendNowAction: ({ message }) => ({ id: message }),
  resendMessageAction: ({ message }) => ({ id: message }),
  removeMessageAction: ({ message }) => ({ id: message }),
  listOutboxAction: () => ({}),
  getOutboxMessageAction: ({ sentMessage }) => ({ id: sentMessage }),
  reportFromOutboxAction: ({ sentMessage }) => ({ messageId: sentMessage, kind: "delivered" }),

  listWebhooksAction: () => ({}),
  listTroubledWebhooksAction: () => ({}),
  listWebhookNamesAction: () => ({}),
  getWebhookAction: ({ webhook }) => ({ webhookId: webhook }),
  createWebhookAction: () => ({ url: "https://example.com/attack" }),
  editWebhookAction: ({ webhook }) => ({ webhookId: webhook, url: "https://example.com/attack" }),
  switchWebhookAction: ({ webhook }) => ({ webhookId: webhook, isOn: false }),
  deleteWebhookAction: ({ webhook }) => ({ webhookId: webhook }),
  revealSecretAction: ({ webhook }) => ({ webhookId: webhook }),
  getWebhookStatsAction: ({ webhook }) => ({ webhookId: webhook }),
  listWebhookHistoryAction: ({ webhook }) => ({ webhookId: webhook }),
  endSecretOverlapAction: ({ webhook }) => ({ webhookId: webhook }),
  rotateSecretAction: ({ webhook }) => ({ webhookId: webhook }),
  sendTestEventAction: ({ webhook }) => ({ webhookId: webhook }),
  replayHeldAction: ({ webhook }) => ({ webhookId: webhook }),
  skipHeldAction: ({ webhook }) => ({ webhookId: webhook }),
  listReplaysAction: ({ webhook }) => ({ webhookId: webhook }),
  countReplayAction: ({ webhook }) => ({ webhookId: webhook, statuses: ["failed"], from: aWeekAgo }),
  startReplayAction: ({ webhook }) => ({ webhookId: webhook, statuses: ["failed"], from: aWeekAgo }),
  cancelReplayAction: ({ replay }) => ({ replayId: replay }),
  resendDeliveryAction: ({ delivery }) => ({ deliveryId: delivery }),
  listDeliveriesAction: ({ webhook }) => ({ webhookId: webhook }),
  getDeliveryAction: ({ delivery }) => ({ deliveryId: delivery }),

  listApiKeysAction: () => ({}),
  createApiKeyAction: () => ({ name: "Mallory" }),
  revokeApiKeyAction: ({ apiKey }) => ({ id: apiKey }),

  listMembersAction: () => null,
  inviteMemberAction: () => ({ email: "mallory@example.com", role: "viewer" }),
  revokeInvitationAction: ({ invitation }) => ({ id: invitation }),
  changeRoleAction: ({ member }) => ({ userId: member, role: "viewer" }),
  removeMemberAction: ({ member }) => ({ userId: member }),

  listAuditAction: () => ({}),
  getOverviewAction: () => ({}),
  hideGuideAction: () => ({}),
  removeDemoDataAction: () => ({}),
  savePageSettingsAction: () => ({
    title: "Attacked",
    intro: "",
    thankYouTitle: "Thanks",
    thankYouText: "",
    color: "#0f766e",
    links: [],
    ratingSave: "automatic",
    linkExpiryDays: null,
  }),
  saveMessageSettingsAction: () => ({
    senderName: "Mallory",
    replyTo: "mallory@example.com",
    postalAddress: "",
    linkStyle: "button",
    reminderDays: [1, 2, 3],
    smsFromMinute: 0,
    smsUntilMinute: 0,
    templates: {
      email: { request: MAIL, reminder: MAIL },
      sms: { request: { subject: null, body: MAIL.body }, reminder: { subject: null, body: MAIL.body } },
    },
  }),
  previewMessageAction: () => ({
    ...MAIL,
    channel: "email",
    senderName: "",
    postalAddress: "",
    linkStyle: "stars",
  }),
  sendTestMailAction: ({ member }) => ({
    ...MAIL,
    userId: member,
    senderName: "",
    postalAddress: "",
    linkStyle: "stars",
  }),
  updateProjectAction: ({ slug }) => ({ name: "Attacked", slug, timezone: "UTC", defaultCountry: "US" }),
  deleteProjectAction: ({ projectName }) => ({ name: projectName }),
};

/** What ids that the project doesn't have are answered where it isn't `not_found`. */
export const ANSWERS_TO_UNKNOWN: Record<string, string> = {
  // A choice in a form: the field's own sentence.
  sendTestMailAction: "invalid",
};

/** What somebody who may is answered where the thing of the target is in no state for it; otherwise \`ok\`. */
export const ANSWERS_TO_OWNER: Record<string, string> = {
  resendMessageAction: "conflict",
  startReplayAction: "replay_running",
};

/** A form that posts by itself, or an input of one argument; and the answers to the signed-out and to a viewer. */
type OtherRow = { form?: Record<string, string>; input?: unknown; signedOut: string; viewer: string };

/** One line for every action that belongs to no project. */
export const OTHER_ACTIONS: Record<string, OtherRow> = {
  signInAction: {
    form: { email: "nobody@example.com", password: "not a password" },
    signedOut: "invalid",
    viewer: "invalid",
  },
  signOutAction: { signedOut: "redirect", viewer: "redirect" },
  welcomeAction: { form: { token: "unknown" }, signedOut: "invalid", viewer: "invalid" },
  changePasswordAction: {
    form: { currentPassword: "not the password", newPassword: "of an attacker" },
    signedOut: "signed_out",
    viewer: "invalid",
  },
  acceptInvitationAction: {
    form: { token: "unknown", name: "Mallory", password: "of an attacker" },
    signedOut: "not_found",
    viewer: "not_found",
  },
  joinAsUserAction: { form: { token: "unknown" }, signedOut: "signed_out", viewer: "not_found" },
  createProjectAction: { input: { name: "" }, signedOut: "signed_out", viewer: "invalid" },
  setHookBehaviorAction: {
    input: { name: "demo", behavior: { kind: "answer", answer: "500" } },
    signedOut: "signed_out",
    viewer: "forbidden",
  },
  clearReceivedRequestsAction: { input: null, signedOut: "signed_out", viewer: "forbidden" },
};
