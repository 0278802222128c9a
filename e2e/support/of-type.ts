import type { ReceivedHook } from "./https-receiver";

/** Whether a notification is of this type; and, if given, this revision. */
export const ofType =
  (type: string, revision?: number) =>
  ({ event }: ReceivedHook): boolean =>
    event.type === type && (revision === undefined || event.data.revision === revision);
