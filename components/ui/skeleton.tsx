import { cn } from "@/components/ui/cn";

/** A grey shape of the size of what will stand there. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block animate-pulse rounded-md bg-muted", className)} />;
}

/** Rows of a list that is still being read, announced once as "Loading". */
export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  return (
    <div role="status" className="divide-y rounded-lg border bg-card">
      <span className="sr-only">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex items-center gap-4 px-4 py-3">
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="h-4 w-1/5" />
          <Skeleton className="ml-auto h-4 w-16" />
        </div>
      ))}
    </div>
  );
}
