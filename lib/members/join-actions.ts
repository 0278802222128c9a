"use server";

import { redirect } from "next/navigation";
import { publicFormAction, userFormAction } from "@/lib/actions/form-action";
import { signInThrough } from "@/lib/auth/sign-in-through";
import { acceptInvitation, joinAsUser } from "@/lib/members/accept-invitation";
import { acceptInvitationInput, joinAsUserInput } from "@/lib/members/join-schema";
import { paths } from "@/lib/paths";

export const acceptInvitationAction = publicFormAction(
  { input: acceptInvitationInput },
  async ({ token, ...input }) => {
    const { email, projectSlug } = await acceptInvitation(token, input);
    await signInThrough("password", { email, password: input.password });
    redirect(paths.overview(projectSlug));
  },
);

export const joinAsUserAction = userFormAction({ input: joinAsUserInput }, async (userId, { token }) => {
  const { projectSlug } = await joinAsUser(token, userId);
  redirect(paths.overview(projectSlug));
});
