import type { Queues } from "@/lib/operator/read-queues";
import { durationWords } from "@/lib/webhooks/moment-words";

/** The queues in words. `countMax`: where counting stops. */
export function queueFigures(queues: Queues, countMax: number) {
  const count = (value: number) =>
    value >= countMax ? `${countMax.toLocaleString("en")}+` : value.toLocaleString("en");
  return [
    {
      label: "Deliveries due",
      value: count(queues.due),
      note: `${count(queues.waiting)} waiting in all, ${count(queues.held)} held`,
    },
    {
      label: "Oldest due delivery",
      value: queues.due === 0 ? "None" : durationWords(queues.oldestDueSeconds * 1000),
      note: queues.due === 0 ? "nothing is late" : "waiting since its time came",
    },
    {
      label: "Webhooks being served",
      value: count(queues.lanesServed),
      note: `${count(queues.failingWebhooks)} failing`,
    },
    {
      label: "Messages due",
      value: count(queues.messagesDue),
      note: `${count(queues.messagesSending)} being sent`,
    },
  ];
}
