"use client";

import { useActionState, useEffect, useRef } from "react";
import { FormError } from "@/components/auth/form-error";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { welcomeAction } from "@/lib/auth/actions";
import { paths } from "@/lib/paths";

/** Posts by itself once a browser runs it: what only fetches the page, a link preview for one, doesn't use the link up. */
export function WelcomeForm({ token }: { token: string }) {
  const [state, action, isPending] = useActionState(welcomeAction, {});
  const form = useRef<HTMLFormElement>(null);
  const isPosted = useRef(false);

  useEffect(() => {
    if (isPosted.current) return;
    isPosted.current = true;
    form.current?.requestSubmit();
  }, []);

  return (
    <form ref={form} action={action} className="flex flex-col gap-4">
      <FormError error={state.error} fields={[]} />
      <input type="hidden" name="token" value={token} />
      {state.error ? (
        <TextLink href={paths.signIn()}>Sign in with e-mail and password</TextLink>
      ) : (
        <Button type="submit" variant="primary" size="lg" pending={isPending}>
          Sign in
        </Button>
      )}
    </form>
  );
}
