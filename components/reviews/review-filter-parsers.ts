import { parseAsString, parseAsStringLiteral } from "nuqs/server";

/** The filters of the reviews list as they stand in the URL. */
export const reviewFilterParsers = {
  search: parseAsString.withDefault("").withOptions({ throttleMs: 300 }),
  score: parseAsStringLiteral(["all", "1", "2", "3", "4", "5"]).withDefault("all"),
  status: parseAsStringLiteral(["all", "rated", "submitted"]).withDefault("all"),
  visibility: parseAsStringLiteral(["all", "visible", "hidden"]).withDefault("all"),
};
