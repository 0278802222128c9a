import type { Overview } from "@/lib/overview/queries";
import { paths } from "@/lib/paths";

/** The steps of "See it work" with what of them is done; empty when it was hidden or nothing is left. */
export function guideSteps(slug: string, guide: NonNullable<Overview["guide"]>, hasOutbox: boolean) {
  const steps = [
    {
      title: "Create a webhook",
      text: "Tell Starwire where to send what happens; without a server at hand, use the test receiver.",
      href: paths.webhooks(slug),
      linkLabel: "Open Webhooks",
      isDone: guide.hasWebhook,
    },
    {
      title: "Be the customer",
      text: hasOutbox
        ? "Ask yourself for a review: the message stays in the Outbox. Click a star in it."
        : "Ask yourself for a review, and click a star in the message.",
      href: hasOutbox ? paths.outbox(slug) : paths.messages(slug),
      linkLabel: hasOutbox ? "Open the Outbox" : "Open Messages",
      isDone: guide.wasCustomer,
    },
    {
      title: "Watch it arrive",
      text: "The signed request arrives while the page is still loading.",
      href: paths.receiver(),
      linkLabel: "Open the test receiver",
      isDone: guide.sawDelivery,
    },
    {
      title: "Make it fail",
      text: "Let the test receiver answer 500 and see the retries, then let it answer 200 again.",
      href: paths.receiver(),
      linkLabel: "Choose its answer",
      isDone: guide.sawFailure,
    },
  ];
  return guide.isHidden || steps.every((step) => step.isDone) ? [] : steps;
}
