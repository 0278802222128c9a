import { FactList } from "@/components/guide/fact-list";
import { GuideSection } from "@/components/guide/guide-section";
import { CodeSample } from "@/components/ui/code-sample";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";
import { envelopeAnswer } from "@/lib/webhooks/envelope-schema";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { payloadFields } from "@/lib/webhooks/guide/payload-fields";
import { messagePayload } from "@/lib/webhooks/message-payload";
import { reviewPayload } from "@/lib/webhooks/review-payload";
import { sampleEnvelope } from "@/lib/webhooks/sample-envelope";

const PARTS = [
  { title: "Every notification", schema: envelopeAnswer },
  { title: "data of a review", schema: reviewPayload },
  { title: "data of a message", schema: messagePayload },
] as const;

/** Every field, and a sample of every event, from the schemas that notifications are made by. */
export function PayloadReference() {
  return (
    <>
      <GuideSection id="payload">
        <p>
          All fields are always there; those that are empty are{" "}
          <code className="font-mono text-[0.8125rem]">null</code>. Fields may be added, so ignore what you
          don't know. Rating links, whole message texts and IP addresses are never in a notification.
        </p>
        {PARTS.map(({ title, schema }) => (
          <div key={title} className="flex flex-col gap-2">
            <h3 className="text-sm font-semibold">{title}</h3>
            <FactList
              isCode
              facts={payloadFields(schema).map(({ name, type, description }) => ({
                name,
                text: description,
                detail: type,
              }))}
            />
          </div>
        ))}
      </GuideSection>
      <GuideSection id="samples">
        <p>One sample of each event, and the JSON Schema (2020-12) to validate or generate types from.</p>
        {EVENT_TYPES.map((type) => (
          <details key={type} className="rounded-lg border bg-card text-sm">
            <summary className="cursor-pointer rounded-lg px-4 py-2.5 font-mono text-[0.8125rem]">
              {type}
            </summary>
            <div className="flex flex-col gap-3 px-4 pb-4">
              <TextLink href={paths.eventTypeSchema(type)} prefetch={false} className="self-start py-0.5">
                JSON Schema of {type}
              </TextLink>
              <CodeSample
                label={`Sample of ${type}`}
                code={JSON.stringify(sampleEnvelope(type), null, 2)}
                className="max-h-96"
              />
            </div>
          </details>
        ))}
      </GuideSection>
    </>
  );
}
