"use server";

import { z } from "zod";
import { userAction } from "@/lib/actions/user-action";
import { AppError } from "@/lib/errors";
import { clearReceivedRequests, ReceiverDownError, setHookBehavior } from "@/lib/receiver/control-client";
import { hook } from "@/lib/receiver/hook-behavior";
import { requireReceiverProjects } from "@/lib/receiver/receiver-access";

export const setHookBehaviorAction = userAction({ input: hook }, async (_userId, { name, behavior }) => {
  await requireReceiverProjects();
  await setHookBehavior(name, behavior).catch(explainDown);
});

export const clearReceivedRequestsAction = userAction({ input: z.null() }, async () => {
  await requireReceiverProjects();
  await clearReceivedRequests().catch(explainDown);
});

function explainDown(error: unknown): never {
  throw error instanceof ReceiverDownError ? new AppError("receiver_down") : error;
}
