/** What one look at a message gave, as the dashboard shows it: ids, codes and times, nothing personal. */
export type SendReport = {
  messageId: string;
  result:
    | "sent"
    | "waiting"
    | "moved out of quiet hours"
    | "skipped"
    | "canceled"
    | "will be tried again"
    | "failed"
    | "nothing to do"
    | "gone";
  /** Which driver, why not, or in which state it was. */
  detail: string | null;
  /** ISO; when to look again. Null: this run has nothing more to do. */
  wakeAt: string | null;
};

const WAIT_MS_MAX = 5 * 86_400_000;

/** @param wakeAt is brought forward to five days from now, since hosted Inngest ends longer sleeps on some plans */
export function sendReport(
  messageId: string,
  result: SendReport["result"],
  more: { detail?: string | null; wakeAt?: Date; now?: Date } = {},
): SendReport {
  const { detail = null, wakeAt, now = new Date() } = more;
  const soonest = wakeAt && new Date(Math.min(wakeAt.getTime(), now.getTime() + WAIT_MS_MAX));
  return { messageId, result, detail, wakeAt: soonest?.toISOString() ?? null };
}
