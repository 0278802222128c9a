import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { FailedRun } from "@/lib/operator/list-failed-runs";

/** Runs of step functions that ended with an error. */
export function FailedRuns({ runs }: { runs: FailedRun[] }) {
  return (
    <section aria-labelledby="failed-runs" className="mt-8 min-w-0">
      <h2 id="failed-runs" className="mb-2 text-base font-semibold">
        Failed runs
      </h2>
      {runs.length === 0 ? (
        <p className="text-sm text-muted-foreground">
          None in the last 30 days. A failed run loses nothing: the relay looks for work by itself.
        </p>
      ) : (
        <Table label="Failed runs">
          <TableHead>
            <TableHeader>Function</TableHeader>
            <TableHeader>Error</TableHeader>
            <TableHeader>When</TableHeader>
          </TableHead>
          <TableBody>
            {runs.map((run) => (
              <TableRow key={run.id}>
                <TableCell className="font-mono text-xs">{run.functionId}</TableCell>
                <TableCell className="max-w-40 break-words sm:max-w-80">{run.error}</TableCell>
                <TableCell className="whitespace-nowrap text-muted-foreground">
                  <RelativeTime date={run.endedAt} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
