import type { SmsSize } from "@/lib/messages/content/sms-segments";

/** A message as it is sent. It holds the customer's rating link. */
export type RenderedMessage = {
  /** E-mail only. */
  subject: string | null;
  text: string;
  /** E-mail only. */
  html: string | null;
  /** The first 140 characters of the text, links removed. */
  preview: string;
  /** SMS only. */
  segments: number | null;
  /** SMS only. */
  encoding: SmsSize["encoding"] | null;
  /** E-mail headers besides the usual ones. */
  headers: Record<string, string>;
};
