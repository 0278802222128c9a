import { z } from "zod";

export const API_KEYS_MAX = 20;

/** What a key's program may do: as a member of this role. None is an owner. */
export const API_KEY_ROLES = ["admin", "manager", "viewer"] as const;

export const createApiKeyInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give the key a name, for example the program that uses it.")
    .max(80, "Use at most 80 characters for the name."),
  role: z.enum(API_KEY_ROLES).default("admin"),
});

export const apiKeyIdInput = z.object({ id: z.string().min(1).max(100) });

export const noInput = z.object({});
