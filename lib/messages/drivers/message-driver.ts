import type { SendOutcome } from "@/lib/messages/send-outcome";

/** One person at one address, never a list: a comma in either part is part of it. */
export type Mailbox = { name: string; address: string };

export type OutgoingEmail = {
  /** `msg_…` or `mail_…`; makes the Message-ID, which stays the same however often it is tried. */
  id: string;
  from: Mailbox;
  to: Mailbox;
  subject: string;
  text: string;
  html: string | null;
  /** Besides the usual ones. */
  headers: Readonly<Record<string, string>>;
};

export type OutgoingSms = {
  /** `msg_…`; callbacks carry it back. */
  id: string;
  /** A number, a sender id, or a messaging service (`MG…`). */
  from: string;
  /** E.164 */
  to: string;
  text: string;
};

/** What hands messages to their provider, or keeps them here. */
export type MessageDriver<Outgoing> = {
  name: "outbox" | "smtp" | "twilio";
  /** False for an outbox: nothing reaches a customer. */
  isReal: boolean;
  /** Never throws, and ends within `SEND_MS_MAX`. */
  send: (message: Outgoing) => Promise<SendOutcome>;
  close: () => Promise<void>;
};

/** The longest that handing over one message may take. */
export const SEND_MS_MAX = 45_000;
