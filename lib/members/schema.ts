import { z } from "zod";
import { emailInput } from "@/lib/auth/schema";

const role = z.enum(["owner", "admin", "manager", "viewer"], "Choose a role.");

export const inviteMemberInput = z.object({ email: emailInput, role });
export const revokeInvitationInput = z.object({ id: z.string().min(1).max(64) });
export const changeRoleInput = z.object({ userId: z.string().min(1).max(64), role });
export const removeMemberInput = z.object({ userId: z.string().min(1).max(64) });

export type InviteMemberInput = z.input<typeof inviteMemberInput>;
