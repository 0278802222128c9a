import { parseAsNumberLiteral, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { messageFilters } from "@/lib/messages/schema";

const { channel, template, status } = messageFilters.shape;

/** The filters of the messages list as they stand in the URL. */
export const messageFilterParsers = {
  search: parseAsString.withDefault("").withOptions({ throttleMs: 300 }),
  channel: parseAsStringLiteral(channel.unwrap().options).withDefault("all"),
  template: parseAsStringLiteral(template.unwrap().options).withDefault("all"),
  status: parseAsStringLiteral(status.unwrap().options).withDefault("all"),
  days: parseAsNumberLiteral([0, 1, 7, 30, 90]).withDefault(0),
};
