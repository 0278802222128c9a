"use client";

import { useActionState, useEffect, useRef } from "react";
import { fieldError } from "@/components/auth/field-error";
import { FormError } from "@/components/auth/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { signInAction } from "@/lib/auth/actions";

/** E-mail and password. Works without JavaScript; with it, the fragment of the page one came from survives. */
export function SignInForm({ next }: { next: string | null }) {
  const [state, action, isPending] = useActionState(signInAction, {});
  const password = useRef<HTMLInputElement>(null);
  const target = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (state.error) password.current?.focus();
  }, [state]);

  function keepFragment() {
    if (next && target.current) target.current.value = next.split("#")[0] + window.location.hash;
  }

  return (
    <form action={action} onSubmit={keepFragment} className="flex flex-col gap-4">
      <FormError error={state.error} fields={["email", "password"]} />
      <input ref={target} type="hidden" name="next" defaultValue={next ?? ""} />
      <Field label="E-mail" error={fieldError(state.error, "email")}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={state.typed?.["email"] ?? ""}
          required
          autoFocus
        />
      </Field>
      <Field label="Password" error={fieldError(state.error, "password")}>
        <Input ref={password} name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        Sign in
      </Button>
    </form>
  );
}
