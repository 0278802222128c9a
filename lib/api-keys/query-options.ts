import { queryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { listApiKeysAction } from "@/lib/api-keys/actions";

/** Key of the list of a project's API keys. */
export const apiKeysKey = (slug: string) => ["api-keys", slug] as const;

export const apiKeysQuery = (slug: string) =>
  queryOptions({ queryKey: apiKeysKey(slug), queryFn: () => unwrap(listApiKeysAction(slug, {})) });
