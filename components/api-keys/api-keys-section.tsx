"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiKeysTable } from "@/components/api-keys/api-keys-table";
import { CreateApiKeyDialog } from "@/components/api-keys/create-api-key-dialog";
import { LoadFailure } from "@/components/forms/load-failure";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { apiKeysQuery } from "@/lib/api-keys/query-options";
import { paths } from "@/lib/paths";

/** Settings > API > API keys: the keys of programs, and where to read what they can do. */
export function ApiKeysSection({ slug }: { slug: string }) {
  const query = useQuery(apiKeysQuery(slug));
  const { data, isPending } = query;
  return (
    <section aria-labelledby="api-keys" className="mb-10 min-w-0">
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 id="api-keys" className="scroll-mt-20 text-base font-semibold">
          API keys
        </h2>
        <CreateApiKeyDialog slug={slug} />
      </div>
      <p className="mb-3 text-sm text-muted-foreground">
        Everything the screens do, for programs. Read the{" "}
        <TextLink href={paths.apiReference()}>API reference</TextLink>.
      </p>
      <LoadFailure query={query} className="mb-3" />
      {isPending && <SkeletonRows rows={1} />}
      {data && data.length > 0 && <ApiKeysTable slug={slug} keys={data} />}
    </section>
  );
}
