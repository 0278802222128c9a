"use client";

import { useActionState } from "react";
import { fieldError } from "@/components/auth/field-error";
import { FormError } from "@/components/auth/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { changePasswordAction } from "@/lib/auth/actions";

export function ChangePasswordForm({ email }: { email: string }) {
  const [state, action, isPending] = useActionState(changePasswordAction, {});
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormError error={state.error} fields={["currentPassword", "newPassword"]} />
      <div role="status" className="empty:hidden">
        {state.isDone && <Notice tone="success">Your password is changed.</Notice>}
      </div>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="Current password" error={fieldError(state.error, "currentPassword")}>
        <Input name="currentPassword" type="password" autoComplete="current-password" required />
      </Field>
      <Field
        label="New password"
        description={fieldError(state.error, "newPassword") ? undefined : "At least 10 characters."}
        error={fieldError(state.error, "newPassword")}
      >
        <Input name="newPassword" type="password" autoComplete="new-password" required />
      </Field>
      <Button type="submit" variant="primary" pending={isPending} className="self-start">
        Change password
      </Button>
    </form>
  );
}
