import type { DeliveryStatus } from "@/lib/db/generated/enums";

export type DeliveryTone = "neutral" | "info" | "success" | "warning" | "danger";

type Answer = {
  statusCode: number | null;
  error: string | null;
  advice: string | null;
  /** Null when nobody measured it. */
  durationMs: number | null;
};

/** A delivery's state in a word. */
export function deliveryStatusWords(
  status: DeliveryStatus,
  attempts: number,
): { tone: DeliveryTone; text: string } {
  switch (status) {
    case "waiting":
      return attempts === 0 ? { tone: "info", text: "Waiting" } : { tone: "warning", text: "Retrying" };
    case "delivered":
      return { tone: "success", text: "Delivered" };
    case "failed":
      return { tone: "danger", text: "Failed" };
    case "held":
      return { tone: "neutral", text: "Held" };
    case "canceled":
      return { tone: "neutral", text: "Canceled" };
  }
}

/** `Answered 200 in 34 ms`, or the error with its advice after a dash. */
export function answerWords(answer: Answer): string {
  if (answer.error !== null) return answer.advice ? `${answer.error} — ${answer.advice}` : answer.error;
  const code = `Answered ${answer.statusCode ?? "nothing"}`;
  return answer.durationMs === null ? code : `${code} in ${elapsedWords(answer.durationMs)}`;
}

/** `34 ms`, `1.2 s`, `15 s`. */
export function elapsedWords(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return `${ms < 10_000 ? (ms / 1000).toFixed(1) : Math.round(ms / 1000)} s`;
}
