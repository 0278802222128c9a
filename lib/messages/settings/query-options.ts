import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { previewMessageAction } from "@/lib/messages/settings/actions";
import type { PreviewInput } from "@/lib/messages/settings/schema";

/** The typed words as a customer would get them; the one before stays until the next is there. */
export const messagePreviewQuery = (slug: string, input: PreviewInput) =>
  queryOptions({
    queryKey: ["message-preview", slug, input],
    queryFn: () => unwrap(previewMessageAction(slug, input)),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
