/** Everything the audit log knows, in the words that stand behind who did it. */
export const AUDIT_ACTIONS = {
  "webhook.created": "created the webhook",
  "webhook.edited": "changed the webhook",
  "webhook.switched_on": "switched the webhook on",
  "webhook.switched_off": "switched the webhook off",
  "webhook.turned_off": "turned the webhook off",
  "webhook.deleted": "deleted the webhook",
  "webhook.secret_revealed": "looked at the signing secret of",
  "webhook.secret_rotated": "rotated the signing secret of",
  "webhook.secret_overlap_ended": "ended the previous signing secret of",
  "webhook.delivery_resent": "sent one delivery again to",
  "webhook.replay_started": "sent events again to",
  "webhook.replay_canceled": "canceled a replay to",
  "webhook.held_sent": "sent what had happened while it was off to",
  "webhook.held_skipped": "skipped what had happened while it was off for",
  "member.invited": "invited",
  "member.invitation_revoked": "took back the invitation of",
  "member.added": "joined with the invitation for",
  "member.role_changed": "changed the role of",
  "member.removed": "removed",
  "api_key.created": "created the API key",
  "api_key.revoked": "revoked the API key",
  "customer.erased": "erased the customer",
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** What the log is narrowed by: the part of an action before its dot. */
export const AUDIT_TOPICS = ["webhook", "member", "api_key", "customer"] as const;

/** An action in words; one that is no longer known, as it is stored. */
export function auditActionWords(action: string): string {
  return AUDIT_ACTIONS[action as AuditAction] ?? action;
}
