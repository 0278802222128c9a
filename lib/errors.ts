/** Every expected error: its HTTP status and the sentence people read. */
const ERRORS = {
  not_found: { status: 404, sentence: "This doesn't exist, or not in this project." },
  forbidden: { status: 403, sentence: "Your role doesn't allow this." },
  signed_out: { status: 401, sentence: "Sign in first." },
  invalid: { status: 422, sentence: "Something in the form isn't right." },
  too_many_requests: { status: 429, sentence: "Too many tries. Wait a little and try again." },
  payload_too_large: { status: 413, sentence: "That is too much to send at once." },
  foreign_origin: {
    status: 403,
    sentence: "This was sent from another site. Open the page here and try again.",
  },
  conflict: { status: 409, sentence: "Somebody changed this in the meantime. Reload and try again." },
  postal_address_missing: {
    status: 409,
    sentence: "Each e-mail needs your postal address at its foot. Enter it under Settings > Messages.",
  },
  webhook_is_off: { status: 409, sentence: "This webhook is off. Turn it on first." },
  webhook_limit: { status: 409, sentence: "A project can have 50 webhooks. Delete one first." },
  replay_running: {
    status: 409,
    sentence: "A replay to this webhook is running. Cancel it or wait for its end.",
  },
  replay_empty: { status: 409, sentence: "Nothing matches, so there is nothing to send again." },
  replay_too_large: {
    status: 409,
    sentence: "More than 100,000 deliveries match. Choose a shorter time or fewer types.",
  },
  event_erased: {
    status: 409,
    sentence: "The customer was erased, and what was sent with them. It can't be sent again.",
  },
  unauthorized: { status: 401, sentence: "Send a valid API key: Authorization: Bearer swk_…" },
  malformed: { status: 400, sentence: "The body isn't valid JSON." },
  method_not_allowed: { status: 405, sentence: "This address doesn't take this method." },
  unsupported_media_type: { status: 415, sentence: "Send the body as application/json." },
  idempotency_mismatch: {
    status: 422,
    sentence: "This Idempotency-Key was used for another request. Use a new key for a new request.",
  },
  idempotency_pending: {
    status: 409,
    sentence:
      "A request with this Idempotency-Key is under way, or was cut off. Look whether it took effect before you send it with a new key.",
  },
  receiver_down: { status: 503, sentence: "The test receiver doesn't run at the moment." },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** An expected error: a stable code, a sentence for people, and the field it belongs to. Everything else is a defect and is hidden. */
export class AppError extends Error {
  override name = "AppError";
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    sentence: string = ERRORS[code].sentence,
    readonly field?: string,
  ) {
    super(sentence);
    this.status = ERRORS[code].status;
  }
}

/** The HTTP status that an expected error answers. */
export function errorStatus(code: ErrorCode): number {
  return ERRORS[code].status;
}
