import { QueryClient } from "@tanstack/react-query";
import { ActionError } from "@/lib/actions/result";

/** A query cache that repeats only what repeating can help: a refusal in words is final. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && !(error instanceof ActionError),
      },
    },
  });
}
