import type { ApiKeyItem } from "@/lib/api-keys/queries";

/** What the key of a role may do, in words. */
export const ACCESS_TEXT: Record<ApiKeyItem["role"], { name: string; may: string }> = {
  owner: { name: "Full", may: "Everything the API does" },
  admin: { name: "Full", may: "Everything the API does, webhooks and deleting included" },
  manager: { name: "Write", may: "Asks, edits and cancels; no webhooks, no deleting" },
  viewer: { name: "Read", may: "Reads reviews, messages and customers" },
};
