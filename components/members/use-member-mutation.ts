"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { toastFailure } from "@/components/forms/toast-failure";
import { unwrap, type ActionResult } from "@/lib/actions/result";
import { membersQuery } from "@/lib/members/query-options";

/** One change of members or invitations: afterwards the lists are read again, whatever came of it. */
export function useMemberMutation<Input>(
  slug: string,
  action: (slug: string, input: Input) => Promise<ActionResult<unknown>>,
  done: (input: Input) => string,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => unwrap(action(slug, input)),
    onSuccess: (_data, input) => toast.success(done(input)),
    onError: toastFailure,
    onSettled: () => queryClient.invalidateQueries(membersQuery(slug)),
  });
}
