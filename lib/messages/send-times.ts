import type { MessageChannel } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import { sendTimeWords } from "@/lib/messages/send-time-words";
import { nextSendSlot } from "@/lib/messages/sending/send-slot";
import { daysLater } from "@/lib/zoned-moment";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAYS_AHEAD_MAX = 366;

/** What decides when a message leaves. */
export type SendRules = {
  channel: MessageChannel;
  /** IANA name. */
  timeZone: string;
  settings: { smsFromMinute: number; smsUntilMinute: number };
  now: Date;
};

/**
 * The moment somebody chose, or now.
 * @throws AppError `invalid` on field `sendAt` for one that has passed by more than a minute or lies over a year ahead.
 */
export function checkSendAt(sendAt: Date | null, now: Date): Date {
  if (sendAt === null) return now;
  if (sendAt.getTime() < now.getTime() - MINUTE_MS) {
    throw new AppError("invalid", "This time has passed. Choose a later one.", "sendAt");
  }
  if (sendAt.getTime() > now.getTime() + DAYS_AHEAD_MAX * DAY_MS) {
    throw new AppError("invalid", "Choose a time within a year from now.", "sendAt");
  }
  return sendAt < now ? now : sendAt;
}

/** When a message that should leave at this moment may leave: an SMS waits for the end of quiet hours. */
export function sendSlot(at: Date, { channel, settings, timeZone }: Omit<SendRules, "now">): Date {
  if (channel === "email") return at;
  const window = { fromMinute: settings.smsFromMinute, untilMinute: settings.smsUntilMinute };
  return nextSendSlot(at, window, timeZone);
}

/** The times of a request and its reminders, and what to say when the request waits for the end of quiet hours. */
export function planSending(
  rules: SendRules,
  ask: { sendAt: Date | null; reminderDays: number[]; ignoreQuietHours: boolean },
): { times: Date[]; notice: string | null } {
  const wanted = checkSendAt(ask.sendAt, rules.now);
  const first = ask.ignoreQuietHours ? wanted : sendSlot(wanted, rules);
  const reminders = ask.reminderDays.map((days) => sendSlot(daysLater(first, days, rules.timeZone), rules));
  return { times: [first, ...reminders], notice: movedNotice(wanted, first, rules) };
}

/** "Will be sent tomorrow at 9:00.", or null where it leaves when it should. */
export function movedNotice(
  wanted: Date,
  at: Date,
  { now, timeZone }: Pick<SendRules, "now" | "timeZone">,
): string | null {
  return at.getTime() === wanted.getTime() ? null : `Will be sent ${sendTimeWords(at, { now, timeZone })}.`;
}
