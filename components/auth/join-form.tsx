"use client";

import { useActionState } from "react";
import { fieldError } from "@/components/auth/field-error";
import { FormError } from "@/components/auth/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import { acceptInvitationAction } from "@/lib/members/join-actions";
import { paths } from "@/lib/paths";

/** Takes an invitation with a new account. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const [state, action, isPending] = useActionState(acceptInvitationAction, {});
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormError error={state.error} fields={["name", "password"]} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="Your name" error={fieldError(state.error, "name")}>
        <Input name="name" autoComplete="name" defaultValue={state.typed?.["name"] ?? ""} required />
      </Field>
      <Field
        label="Choose a password"
        description={fieldError(state.error, "password") ? undefined : "At least 10 characters."}
        error={fieldError(state.error, "password")}
      >
        <Input name="password" type="password" autoComplete="new-password" required />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        Join
      </Button>
      <p className="text-center text-sm text-muted-foreground">
        You have an account? <TextLink href={paths.signIn(paths.invitation(token))}>Sign in to join</TextLink>
      </p>
    </form>
  );
}
