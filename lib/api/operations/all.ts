import type { Operation } from "@/lib/api/operation";
import { customerOperations } from "@/lib/api/operations/customers";
import { deliveryOperations } from "@/lib/api/operations/deliveries";
import { eventOperations } from "@/lib/api/operations/events";
import { messageOperations } from "@/lib/api/operations/messages";
import { replayOperations } from "@/lib/api/operations/replays";
import { requestOperations } from "@/lib/api/operations/requests";
import { reviewOperations } from "@/lib/api/operations/reviews";
import { webhookOperations } from "@/lib/api/operations/webhooks";

/** Every operation of the API, in the order of its reference. */
export const OPERATIONS: readonly Operation[] = [
  ...customerOperations,
  ...requestOperations,
  ...messageOperations,
  ...reviewOperations,
  ...webhookOperations,
  ...deliveryOperations,
  ...replayOperations,
  ...eventOperations,
];
