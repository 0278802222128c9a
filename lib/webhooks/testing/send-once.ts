import { openSync } from "node:fs";
import { createWebhookSender } from "@/lib/webhooks/http-attempt";

/**
 * A process of its own that makes one attempt to the URL given and prints how it ended. A second argument: with
 * `no-descriptors` it has used up its file descriptors before, with `anywhere` no address is refused as private.
 */
const how = process.argv.at(3);
const sender = createWebhookSender({
  userAgent: "test",
  allowedNets: how === "anywhere" ? ["0.0.0.0/0"] : ["127.0.0.0/8"],
  dnsServers: [],
  testReceiver: () => null,
});
const url = process.argv.at(2) ?? "";
const request = { url, body: "{}", eventId: "evt_1", deliveryId: "dlv_1", attempt: 1, secrets: [] };
if (how === "no-descriptors") useUpDescriptors();
void sender.send(request).then(({ error }) => {
  process.stdout.write(error?.code ?? "delivered");
  return sender.close();
});

function useUpDescriptors(): void {
  try {
    for (;;) openSync("/dev/null", "r");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EMFILE")) throw error;
  }
}
