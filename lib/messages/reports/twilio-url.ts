import { env } from "@/lib/env";

const PATH = "/api/inbound/twilio";

/** Where Twilio tells what became of a message, by its full public URL, which its signature covers. */
export function twilioUrl(messageId: string): string {
  return twilioUrlWith(`?message=${encodeURIComponent(messageId)}`);
}

/** The same address with the query that a request came with. @param search with its question mark, or empty */
export function twilioUrlWith(search: string): string {
  return env().APP_URL + PATH + search;
}
