import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { CUSTOMER_FILTERS } from "@/lib/customers/schema";

/** The filters of the customers list as they stand in the URL. */
export const customerFilterParsers = {
  search: parseAsString.withDefault("").withOptions({ throttleMs: 300 }),
  filter: parseAsStringLiteral(CUSTOMER_FILTERS).withDefault("all"),
};
