import { z } from "zod";

/**
 * A moment of the past as filters and programs give it: ISO 8601 with a zone, 1970 or later. Nothing was recorded before, and
 * a year 0000 is none that Postgres knows.
 */
export function momentText(error = "This isn't a date and time.") {
  return z.iso.datetime({ offset: true, error }).refine((text) => Date.parse(text) >= 0, error);
}
