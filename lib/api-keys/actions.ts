"use server";

import { projectAction } from "@/lib/actions/project-action";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/lib/api-keys/commands/revoke-api-key";
import { listApiKeys } from "@/lib/api-keys/queries";
import { apiKeyIdInput, createApiKeyInput, noInput } from "@/lib/api-keys/schema";

const permission = "manage_api";

export const listApiKeysAction = projectAction({ permission, input: noInput }, listApiKeys);

export const createApiKeyAction = projectAction({ permission, input: createApiKeyInput }, createApiKey);

export const revokeApiKeyAction = projectAction({ permission, input: apiKeyIdInput }, revokeApiKey);
