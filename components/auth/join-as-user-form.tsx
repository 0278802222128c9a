"use client";

import { useActionState } from "react";
import { FormError } from "@/components/auth/form-error";
import { Button } from "@/components/ui/button";
import type { SignedInUser } from "@/lib/auth/session";
import { joinAsUserAction } from "@/lib/members/join-actions";

/** Takes an invitation with the account one is signed in with. */
export function JoinAsUserForm({ token, user }: { token: string; user: SignedInUser }) {
  const [state, action, isPending] = useActionState(joinAsUserAction, {});
  return (
    <form action={action} className="flex flex-col gap-3">
      <FormError error={state.error} fields={[]} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" variant="primary" size="lg" pending={isPending} className="min-w-0">
        <span className="truncate">Join as {user.name}</span>
      </Button>
      <p className="text-center text-sm break-words text-muted-foreground">
        You are signed in as {user.email}.
      </p>
    </form>
  );
}
