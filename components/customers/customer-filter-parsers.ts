import { parseAsString, parseAsStringLiteral } from "nuqs/server";

/** The filters of the customers list as they stand in the URL. */
export const customerFilterParsers = {
  search: parseAsString.withDefault("").withOptions({ throttleMs: 300 }),
  filter: parseAsStringLiteral(["all", "not_asked", "asked", "rated", "submitted"]).withDefault("all"),
};
