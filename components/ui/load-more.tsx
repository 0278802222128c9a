"use client";

import { Button } from "@/components/ui/button";

type LoadMoreProps = {
  /** Names the things in the button: "reviews". */
  things: string;
  hasMore: boolean;
  pending: boolean;
  onLoadMore: () => void;
};

/** Ends a list that is read page by page. */
export function LoadMore({ things, hasMore, pending, onLoadMore }: LoadMoreProps) {
  if (!hasMore) return null;
  return (
    <div className="mt-4 flex justify-center">
      <Button onClick={onLoadMore} pending={pending}>
        Show more {things}
      </Button>
    </div>
  );
}
