import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import type { CustomerDetail } from "@/lib/customers/queries";

/** What is known of a customer. */
export function CustomerFacts({ customer }: { customer: CustomerDetail }) {
  const facts = [
    ["E-mail", customer.email],
    ["Mobile", customer.phone],
    ["Company", customer.company],
    ["Your own id", customer.externalId],
    ["Tags", customer.tags.join(", ")],
  ] as const;
  return (
    <Card>
      <CardHeader title="Details" />
      <CardContent>
        <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
          {facts.map(([label, value]) => (
            <div key={label} className="min-w-0">
              <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
              <dd dir="auto" className="break-words">
                {value || "Not given"}
              </dd>
            </div>
          ))}
          <div>
            <dt className="text-[0.8125rem] text-muted-foreground">Messages</dt>
            <dd>
              {customer.emailUnsubscribedAt || customer.smsUnsubscribedAt ? (
                <span className="inline-flex flex-wrap gap-1.5">
                  {customer.emailUnsubscribedAt && <Badge tone="warning">Unsubscribed from e-mails</Badge>}
                  {customer.smsUnsubscribedAt && <Badge tone="warning">Unsubscribed from SMS</Badge>}
                </span>
              ) : (
                "May be asked"
              )}
            </dd>
          </div>
          <div>
            <dt className="text-[0.8125rem] text-muted-foreground">Added</dt>
            <dd>
              <RelativeTime date={customer.createdAt} />
            </dd>
          </div>
        </dl>
      </CardContent>
    </Card>
  );
}
