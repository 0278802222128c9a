import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { faultOf, type AttemptFailure } from "./attempt-failure";
import type { AttemptOutcome } from "./attempt-outcome";
import type { Connection } from "./connection-pool";
import { describeFailure } from "./error-advice";
import { failureFromError } from "./failure-from-error";
import { ResponseBody } from "./response-body";
import { responseHeaders } from "./response-headers";
import { parseRetryAfter } from "./retry-after";

export type RunOptions = {
  url: string;
  hostname: string;
  port: number;
  startedAt: Date;
  requestHeaders: Record<string, string>;
  totalTimeoutMs: number;
  connectTimeoutMs: number;
  responseBytesMax: number;
  onUnexpected: (error: unknown) => void;
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Follows one request on one connection to its outcome: undici tells it what happens, the clock and the shutdown may
 * end it early. Whatever comes first settles it, once; later signs of life are ignored.
 */
export class AttemptRun implements Dispatcher.DispatchHandler {
  #settle: (outcome: AttemptOutcome, isReusable: boolean) => void;
  #isSettled = false;
  #startMs = performance.now();
  #firstByteMs: number | null = null;
  #statusCode: number | null = null;
  #headers: IncomingHttpHeaders = {};
  #body: ResponseBody;
  #timer: NodeJS.Timeout;

  constructor(
    readonly options: RunOptions,
    readonly connection: Connection,
    settle: (outcome: AttemptOutcome, isReusable: boolean) => void,
  ) {
    this.#settle = settle;
    this.#body = new ResponseBody(options.responseBytesMax);
    this.#timer = setTimeout(() => this.#onDeadline(), options.totalTimeoutMs);
  }

  /** Ends the attempt because this process is shutting down. */
  stop() {
    this.#cutOff({ code: "stopped" });
  }

  /** Nothing to do, but undici knows its present handler interface by this method. */
  onRequestStart() {}

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders) {
    if (status < 200 || this.#isSettled) return;
    this.#firstByteMs = performance.now() - this.#startMs;
    this.#statusCode = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer) {
    if (!this.#isSettled && !this.#body.add(chunk)) this.#end(null, true);
  }

  onResponseEnd() {
    this.#end(null, false);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error) {
    const failure = failureFromError(error, this.options);
    if (failure.code === "internal_error" && !this.#isSettled) this.options.onUnexpected(error);
    this.#cutOff(failure);
  }

  /** Gives answers that have arrived but weren't read yet, because this process was busy, a last chance. */
  #onDeadline() {
    const seconds = this.options.totalTimeoutMs / 1000;
    setImmediate(() => this.#cutOff({ code: "no_answer", seconds }));
  }

  /** A status that has come decides, even when its body never ends: a 2xx confirms, and its body is ignored. */
  #cutOff(failure: AttemptFailure) {
    this.#end(this.#statusCode === null ? failure : null, true);
  }

  #end(failure: AttemptFailure | null, isCut: boolean) {
    if (this.#isSettled) return;
    this.#isSettled = true;
    clearTimeout(this.#timer);
    this.#settle(this.#outcome(failure ?? this.#failureOfStatus(), isCut), !isCut);
  }

  #failureOfStatus(): AttemptFailure | null {
    const status = this.#statusCode ?? 0;
    if (status >= 200 && status < 300) return null;
    if (status === 410) return { code: "gone" };
    if (REDIRECTS.has(status)) return { code: "redirected", status, to: this.#redirectTo() };
    return { code: "http_status", status };
  }

  #redirectTo(): string | null {
    const { location } = this.#headers;
    return location && URL.canParse(location, this.options.url)
      ? new URL(location, this.options.url).href
      : null;
  }

  #outcome(failure: AttemptFailure | null, isCut: boolean): AttemptOutcome {
    const status = this.#statusCode;
    const isAnswered = status !== null;
    const mayRetryAfter = status === 429 || status === 503;
    return {
      kind: failure ? "failed" : "delivered",
      startedAt: this.options.startedAt,
      requestHeaders: this.options.requestHeaders,
      statusCode: status,
      responseHeaders: isAnswered ? responseHeaders(this.#headers) : null,
      responseBody: isAnswered ? this.#body.text() : null,
      responseBodyCut: isAnswered && isCut,
      firstByteMs: this.#firstByteMs,
      durationMs: performance.now() - this.#startMs,
      remoteAddress: this.connection.remoteAddress,
      error: failure ? describeFailure(failure) : null,
      fault: failure ? faultOf(failure) : "receiver",
      retryAfterMs: mayRetryAfter ? parseRetryAfter(this.#headers["retry-after"], new Date()) : null,
      gone: failure?.code === "gone",
      redirectTo: failure?.code === "redirected" ? failure.to : null,
    };
  }
}
