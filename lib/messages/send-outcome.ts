/** Why a message was not sent: a stable code, a sentence for people, and the provider's own code. */
export type MessageFailure = { code: string; message: string; providerCode: string | null };

/**
 * What one try to hand a message to its provider gave.
 * `accepted`: the provider took it. `temporary`: not now, try again later. `refused`: never.
 * `unknown`: it may have been taken; sending again could send it twice.
 */
export type SendOutcome =
  | { kind: "accepted"; providerMessageId: string | null }
  | { kind: "temporary" | "refused" | "unknown"; failure: MessageFailure };
