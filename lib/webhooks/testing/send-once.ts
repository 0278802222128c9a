import { createWebhookSender } from "@/lib/webhooks/http-attempt";

/** A process of its own that makes one attempt to the URL given and prints how it ended. */
const sender = createWebhookSender({
  userAgent: "test",
  allowedNets: ["127.0.0.0/8"],
  dnsServers: [],
  testReceiver: () => null,
});
const url = process.argv.at(2) ?? "";
const request = { url, body: "{}", eventId: "evt_1", deliveryId: "dlv_1", attempt: 1, secrets: [] };
void sender.send(request).then(({ error }) => {
  process.stdout.write(error?.code ?? "delivered");
  return sender.close();
});
