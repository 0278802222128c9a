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
  const limits = [
    limitOf("e-mails", customer.emailUnsubscribedAt, customer.suppressed.email),
    limitOf("SMS", customer.smsUnsubscribedAt, customer.suppressed.sms),
  ].filter((limit) => limit !== null);
  return (
    <Card>
      <CardHeader title="Details" />
      <CardContent>
        <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
          {facts.map(([label, value]) => (
            <div key={label} className="min-w-0">
              <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
              {value ? (
                <dd dir="auto" className="break-words">
                  {value}
                </dd>
              ) : (
                <dd className="text-muted-foreground">{label === "Tags" ? "None" : "Not given"}</dd>
              )}
            </div>
          ))}
          <div>
            <dt className="text-[0.8125rem] text-muted-foreground">Messages</dt>
            <dd>
              {limits.length > 0 ? (
                <span className="inline-flex flex-wrap gap-1.5">
                  {limits.map((limit) => (
                    <Badge key={limit} tone="warning">
                      {limit}
                    </Badge>
                  ))}
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

/** Why a customer gets no messages of a channel, in words; null when they do. */
function limitOf(
  what: "e-mails" | "SMS",
  unsubscribedAt: Date | null,
  suppressed: CustomerDetail["suppressed"]["email"],
): string | null {
  if (unsubscribedAt !== null) return `Unsubscribed from ${what}`;
  switch (suppressed) {
    case null:
      return null;
    case "unsubscribed":
    case "stopped":
      return `Unsubscribed from ${what}`;
    case "bounced":
      return `No ${what}: the address doesn't work`;
    case "complained":
      return `No ${what}: marked as spam`;
  }
}
