/** One HTTP request of a delivery, as the lane hands it to the sender. */
export type AttemptRequest = {
  /** The webhook's stored URL (see `parseWebhookUrl`); used to the letter. */
  url: string;
  /** The event's exact stored bytes. */
  body: string | Uint8Array;
  /** `evt_…`, sent as `webhook-id`, the same at every attempt. */
  eventId: string;
  /** Public delivery id, `dlv_…`. */
  deliveryId: string;
  /** 1 for the first attempt. */
  attempt: number;
  /** Valid `whsec_…` secrets, newest first; one signature each. */
  secrets: readonly string[];
};

/** What went wrong, as a stable code. `error-advice.ts` turns it into words. */
export type AttemptErrorCode =
  | "address_refused"
  | "connect_timeout"
  | "connection_lost"
  | "connection_refused"
  | "dns_not_found"
  | "dns_unavailable"
  | "gone"
  | "host_unreachable"
  | "http_status"
  | "internal_error"
  | "network_down"
  | "no_answer"
  | "out_of_resources"
  | "redirected"
  | "response_invalid"
  | "response_too_large"
  | "stopped"
  | "tls_expired"
  | "tls_failed"
  | "tls_incomplete_chain"
  | "tls_not_https"
  | "tls_not_yet_valid"
  | "tls_untrusted"
  | "tls_wrong_host"
  | "url_invalid";

export type AttemptError = {
  code: AttemptErrorCode;
  /** What happened, without a full stop: "Certificate not trusted". */
  sentence: string;
  /** What to do, continuing the sentence after a dash: "put that URL in". */
  advice: string;
};

/** Whose doing a failure is. Failures of "ours" are retried but never counted against the webhook. */
export type AttemptFault = "receiver" | "ours";

/**
 * The result of one attempt. An attempt never throws: whatever happens ends as one of these.
 * Times are milliseconds since the attempt began, DNS and connecting included.
 */
export type AttemptOutcome = {
  /** Delivered means that a 2xx status came within the time allowed. */
  kind: "delivered" | "failed";
  /** Of the attempt; `webhook-timestamp` carries the same in whole seconds. */
  startedAt: Date;
  /** As sent, lower-case names. */
  requestHeaders: Record<string, string>;
  /** Null when no answer came. */
  statusCode: number | null;
  /** As `responseHeaders` keeps them. Null when no answer came. */
  responseHeaders: Record<string, string> | null;
  /** Up to 64 KB, as UTF-8 text without NUL. Null when no answer came. */
  responseBody: string | null;
  /** True when the answer went on beyond what was read: too long, too late or cut off. */
  responseBodyCut: boolean;
  firstByteMs: number | null;
  durationMs: number;
  /** The checked address the socket was bound to. Null when none was connected. */
  remoteAddress: string | null;
  /** Null exactly when delivered. */
  error: AttemptError | null;
  /** Meaningful when failed. */
  fault: AttemptFault;
  /** From `Retry-After` on 429 and 503 only. */
  retryAfterMs: number | null;
  /** 410: the receiver wants no more; the webhook is turned off at once. */
  gone: boolean;
  /** Absolute target of a redirect answer. */
  redirectTo: string | null;
};

/** Makes attempts over kept-alive connections. One per process. */
export type WebhookSender = {
  /** Never rejects. After `signal` aborts, the outcome is failed with code "stopped", fault "ours". */
  send(request: AttemptRequest, signal?: AbortSignal): Promise<AttemptOutcome>;
  /** Lets running attempts end, refuses new ones and closes every connection. */
  close(): Promise<void>;
};
