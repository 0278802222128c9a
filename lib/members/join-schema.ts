import { z } from "zod";
import { newPasswordInput, userNameInput } from "@/lib/auth/schema";

const token = z.string().min(1).max(100);

export const acceptInvitationInput = z.object({ token, name: userNameInput, password: newPasswordInput });
export const joinAsUserInput = z.object({ token });
