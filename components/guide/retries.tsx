import { GuideSection } from "@/components/guide/guide-section";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RetryRow } from "@/lib/webhooks/guide/retry-rows";

type RetriesProps = { rows: readonly RetryRow[]; turnOffRule: string };

/** When a failed notification comes again, and when we stop. */
export function Retries({ rows, turnOffRule }: RetriesProps) {
  return (
    <GuideSection id="retries">
      <p>
        What wasn't confirmed comes again: the same bytes and the same{" "}
        <code className="font-mono text-[0.8125rem]">webhook-id</code>, a new timestamp and signature. Each
        wait varies by 15 % either way.
      </p>
      <Table label="Attempts">
        <TableHead>
          <TableHeader>Attempt</TableHeader>
          <TableHeader>After the one before</TableHeader>
          <TableHeader>After the first</TableHeader>
        </TableHead>
        <TableBody>
          {rows.map(({ attempt, wait, total }) => (
            <TableRow key={attempt}>
              <TableCell className="py-1.5 tabular-nums">{attempt}</TableCell>
              <TableCell className="py-1.5">{wait}</TableCell>
              <TableCell className="py-1.5">{total}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p>
        After the last one the delivery has failed. It stays in the log for 30 days: resend one, or replay a
        time, from the screen or by the API.
      </p>
      <p>{turnOffRule}</p>
      <p>
        Faults on our side (our network or name server is down, we are restarting) are tried again and never
        count against a webhook.
      </p>
    </GuideSection>
  );
}
