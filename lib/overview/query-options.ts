import { queryOptions } from "@tanstack/react-query";
import { unwrap } from "@/lib/actions/result";
import { getOverviewAction } from "@/lib/overview/actions";

/** How often what is on the screen is read again; a hidden tab reads nothing. */
const LIVE_MS = 3_000;

export const overviewQuery = (slug: string) =>
  queryOptions({
    queryKey: ["overview", slug],
    queryFn: () => unwrap(getOverviewAction(slug, {})),
    refetchInterval: LIVE_MS,
  });
