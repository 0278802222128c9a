"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { toastFailure } from "@/components/forms/toast-failure";
import { unwrap } from "@/lib/actions/result";
import { switchWebhookAction } from "@/lib/webhooks/actions";
import { webhooksKey } from "@/lib/webhooks/query-options";

/**
 * The switch as its user left it last. One request is on its way at a time; what was toggled meanwhile is sent after it,
 * and only the last of it. `isSettling` until the server has that state and the list shows it. On an error the switch
 * goes back to what the server has.
 */
export function useWebhookSwitch(slug: string, webhook: { id: string; isOn: boolean }) {
  const queryClient = useQueryClient();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const last = useRef<boolean | null>(null);
  const { mutateAsync } = useMutation({
    mutationFn: (isOn: boolean) => unwrap(switchWebhookAction(slug, { webhookId: webhook.id, isOn })),
  });

  async function settle(): Promise<void> {
    let sent: boolean | null = null;
    try {
      while (last.current !== null && last.current !== sent) {
        const next: boolean = last.current;
        await mutateAsync(next);
        sent = next;
      }
    } catch (error) {
      toastFailure(error);
      // Nothing was changed, and the list says so already: asking again may take long on a bad line.
      if (sent === null) setWanted(null);
    }
    last.current = null;
    await queryClient.invalidateQueries({ queryKey: webhooksKey(slug) });
    // A toggle during the last read has begun a settling of its own.
    if (last.current === null) setWanted(null);
  }

  function toggle(isOn: boolean): void {
    const isSettling = last.current !== null;
    last.current = isOn;
    setWanted(isOn);
    if (!isSettling) void settle();
  }

  return { isOn: wanted ?? webhook.isOn, isSettling: wanted !== null, toggle };
}
