"use client";

import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Switch } from "@/components/ui/switch";
import { HeldEvents } from "@/components/webhooks/held-events";
import { SecretPanel } from "@/components/webhooks/secret-panel";
import { TestEventResult } from "@/components/webhooks/test-event-result";
import { useWebhookSwitch } from "@/components/webhooks/use-webhook-switch";
import { SwitchingHealth, WebhookHealth } from "@/components/webhooks/webhook-health";
import { WebhookMenu, type WebhookMenuProps } from "@/components/webhooks/webhook-menu";
import { WebhookUrl } from "@/components/webhooks/webhook-url";
import { paths } from "@/lib/paths";
import { chosenTypesWords } from "@/lib/webhooks/chosen-types-words";
import type { MadeSecret } from "@/lib/webhooks/commands/add-secret";
import { deliveryStatusWords } from "@/lib/webhooks/delivery-words";

type WebhookRowProps = WebhookMenuProps & {
  isSecretOpen: boolean;
  /** The signing secret when it has just been made, to be shown at once. */
  createdSecret: MadeSecret | null;
  onSecretClose: () => void;
  /** The test event last sent from here; null when none was. */
  testDeliveryId: string | null;
};

/** One webhook: what it is, whether it works, and what can be done with it. */
export function WebhookRow(props: WebhookRowProps) {
  const { isSecretOpen, createdSecret, onSecretClose, testDeliveryId, ...menu } = props;
  const { slug, webhook } = menu;
  const { isOn, isSettling, toggle } = useWebhookSwitch(slug, webhook);
  return (
    <li className="min-w-0 px-3 py-3 sm:px-4">
      <div className="flex items-start gap-3">
        <Switch
          label={webhook.url}
          checked={isOn}
          aria-busy={isSettling}
          onCheckedChange={toggle}
          className="mt-0.5"
        />
        <div className="min-w-0 flex-1">
          <WebhookUrl url={webhook.url} className={isOn ? "font-medium" : "text-muted-foreground"} />
          <div className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-[0.8125rem] text-muted-foreground">
            <span>{chosenTypesWords(webhook)}</span>
            {isSettling ? <SwitchingHealth isOn={isOn} /> : <WebhookHealth health={webhook.health} />}
            <LastDelivery slug={slug} webhook={webhook} />
          </div>
        </div>
        <WebhookMenu {...menu} />
      </div>
      {webhook.undecidedCount > 0 && isOn && !isSettling && <HeldEvents slug={slug} webhook={webhook} />}
      {testDeliveryId && <TestEventResult key={testDeliveryId} slug={slug} deliveryId={testDeliveryId} />}
      {isSecretOpen && (
        <SecretPanel slug={slug} webhook={webhook} createdSecret={createdSecret} onClose={onSecretClose} />
      )}
    </li>
  );
}

function LastDelivery({ slug, webhook }: Pick<WebhookMenuProps, "slug" | "webhook">) {
  if (!webhook.lastDelivery) return null;
  const { status, at } = webhook.lastDelivery;
  return (
    <Link
      href={paths.deliveries(slug, webhook.id)}
      className="rounded-sm underline decoration-border underline-offset-3 hover:text-foreground hover:decoration-current"
    >
      Last delivery <RelativeTime date={at} />: {deliveryStatusWords(status, 1).text.toLowerCase()}
    </Link>
  );
}
