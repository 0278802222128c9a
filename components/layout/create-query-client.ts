import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ActionError } from "@/lib/actions/result";
import { paths } from "@/lib/paths";

/**
 * A query cache that repeats only what repeating can help: a refusal in words is final. Whose session ended while a page
 * was open goes to sign-in and comes back to it. Without a network a change fails at once and is said to have failed,
 * instead of waiting unseen.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && !(error instanceof ActionError),
      },
      mutations: { networkMode: "always" },
    },
  });
}

function leaveWhenSignedOut(error: Error): void {
  if (!(error instanceof ActionError) || error.failure.code !== "signed_out") return;
  if (typeof window === "undefined") return;
  const { pathname, search, hash } = window.location;
  window.location.assign(paths.signIn(pathname + search + hash));
}
