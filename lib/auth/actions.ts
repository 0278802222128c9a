"use server";

import { redirect } from "next/navigation";
import { withLock } from "@/lib/actions/action-lock";
import { publicFormAction, userFormAction } from "@/lib/actions/form-action";
import { changePassword } from "@/lib/auth/change-password";
import { safeNext } from "@/lib/auth/safe-next";
import { changePasswordInput, signInFormInput, welcomeFormInput } from "@/lib/auth/schema";
import { signInThrough, signOut } from "@/lib/auth/sign-in-through";
import { paths } from "@/lib/paths";

export const signInAction = publicFormAction({ input: signInFormInput }, async ({ next, ...credentials }) => {
  await signInThrough("password", credentials);
  redirect(safeNext(next) ?? paths.home());
});

export const welcomeAction = publicFormAction({ input: welcomeFormInput }, async ({ token }) => {
  await signInThrough("one-time-link", { token });
  redirect(paths.home());
});

export const changePasswordAction = userFormAction({ input: changePasswordInput }, async (userId, input) => {
  const email = await changePassword(userId, input);
  await signInThrough("password", { email, password: input.newPassword });
});

export const signOutAction = withLock({ door: "public" }, async (): Promise<void> => {
  await signOut();
  redirect(paths.signIn());
});
