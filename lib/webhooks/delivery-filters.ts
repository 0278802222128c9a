import { z } from "zod";
import { momentText } from "@/lib/moment-text";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";

export const DELIVERY_STATUSES = ["waiting", "delivered", "failed", "held", "canceled"] as const;

/** Classes of response codes; "none": no answer came. */
export const CODE_CLASSES = ["2xx", "3xx", "4xx", "5xx", "none"] as const;

export type CodeClass = (typeof CODE_CLASSES)[number];

/** A moment as the URL holds it: ISO 8601 with a zone. */
const moment = momentText().pipe(z.coerce.date());

/** What a list of deliveries can be narrowed by. Absent: everything. */
export const deliveryFilters = z.object({
  webhookId: z.string().min(1).max(40).optional(),
  status: z.enum(DELIVERY_STATUSES).optional(),
  type: z.enum(EVENT_TYPES).optional(),
  code: z.enum(CODE_CLASSES).optional(),
  /** Id of a review, message, event (`evt_…`) or delivery (`dlv_…`). */
  about: z.string().trim().max(60).optional(),
  /** Recorded at or after this. */
  from: moment.optional(),
  /** Recorded before this. */
  until: moment.optional(),
});

export type DeliveryFilters = z.output<typeof deliveryFilters>;
export type DeliveryFilterInput = z.input<typeof deliveryFilters>;

export const listDeliveriesInput = deliveryFilters.extend({
  /** Where the page before ended: `nextAfter` of its answer. */
  after: z
    .string()
    .regex(/^\d{1,15}\.\d{1,18}$/)
    .optional(),
});
