import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { CODE_CLASSES, type DeliveryFilterInput, DELIVERY_STATUSES } from "@/lib/webhooks/delivery-filters";
import { momentOf, plainText } from "@/lib/from-url";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";

/** The filters of a log as they stand in the URL. Times are ISO 8601 in UTC. */
export const deliveryFilterParsers = {
  webhook: parseAsString.withDefault(""),
  status: parseAsStringLiteral(["all", ...DELIVERY_STATUSES]).withDefault("all"),
  type: parseAsStringLiteral(["all", ...EVENT_TYPES]).withDefault("all"),
  code: parseAsStringLiteral(["all", ...CODE_CLASSES]).withDefault("all"),
  about: parseAsString.withDefault("").withOptions({ throttleMs: 300 }),
  from: parseAsString.withDefault(""),
  until: parseAsString.withDefault(""),
};

export type DeliveryFilterState = {
  [Key in keyof typeof deliveryFilterParsers]: NonNullable<
    ReturnType<(typeof deliveryFilterParsers)[Key]["parseServerSide"]>
  >;
};

/** What the list is asked for; nonsense in the URL counts as absent. */
export function deliveryFiltersOf(state: DeliveryFilterState, webhookId?: string): DeliveryFilterInput {
  const { status, type, code } = state;
  const about = plainText(state.about.trim(), 60);
  const webhook = webhookId ?? plainText(state.webhook, 40);
  const from = momentOf(state.from);
  const until = momentOf(state.until);
  return {
    ...(webhook ? { webhookId: webhook } : {}),
    ...(status === "all" ? {} : { status }),
    ...(type === "all" ? {} : { type }),
    ...(code === "all" ? {} : { code }),
    ...(about ? { about } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
}
