import { SIGNATURE_WORDS, type ReceivedRequest } from "@/lib/receiver/received-request";

/** One request in one line, for the shell. Pure. */
export function describeReceived(request: ReceivedRequest): string {
  const { eventType, method, attempt, sinceEventMs, signature, answer } = request;
  return [
    request.receivedAt.slice(11, 23),
    eventType ?? `${method} ${request.target}`,
    attempt === null ? null : `attempt ${attempt}`,
    sinceEventMs === null ? null : `${sinceEventMs} ms after the event`,
    SIGNATURE_WORDS[signature].toLowerCase(),
    answer && describeAnswer(answer),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

/** How a request was answered: "200 in 3 ms", "201 from http://localhost:4000/hooks in 8 ms", "no answer". Pure. */
export function describeAnswer(answer: NonNullable<ReceivedRequest["answer"]>): string {
  if (answer.problem) return answer.problem;
  if (answer.status === null) return `no answer in ${answer.durationMs} ms`;
  const from = answer.forwardedTo ? ` from ${answer.forwardedTo}` : "";
  return `${answer.status}${from} in ${answer.durationMs} ms`;
}
