import { GuideSection } from "@/components/guide/guide-section";
import { CodeSample } from "@/components/ui/code-sample";
import { MIRROR_STATEMENT } from "@/lib/webhooks/guide/mirror-statement";

type OrderAndPausesProps = {
  /** "until that one is delivered or has failed 4 times (about 3 minutes)" */
  waits: string;
};

/** What may come twice, late or not at all, and how to stay right. */
export function OrderAndPauses({ waits }: OrderAndPausesProps) {
  return (
    <>
      <GuideSection id="order">
        <ul className="flex list-disc flex-col gap-1 pl-5">
          <li>
            <strong className="font-medium">Twice.</strong> An answer that got lost, a resend, a replay: the
            same event may come again, always with the same{" "}
            <code className="font-mono text-[0.8125rem]">webhook-id</code>. Keep the ids you have handled and
            drop those you know.
          </li>
          <li>
            <strong className="font-medium">Late.</strong> An event waits for an earlier one of the same
            review or message {waits}. From then on a later one may overtake it.{" "}
            <code className="font-mono text-[0.8125rem]">data.revision</code> tells: it numbers the events of
            one review or message 1, 2, 3 … without gaps.
          </li>
          <li>
            <strong className="font-medium">Whole.</strong> Each event carries everything, so the highest
            revision is all you need. One statement keeps a mirror right, whatever comes twice or late:
          </li>
        </ul>
        <CodeSample label="Mirror in SQL" code={MIRROR_STATEMENT} />
        <p>
          A removed review stays in it as a row whose <code className="font-mono text-[0.8125rem]">data</code>{" "}
          has a <code className="font-mono text-[0.8125rem]">deleted_at</code>, so that a late event can't
          bring it back.
        </p>
      </GuideSection>
      <GuideSection id="off">
        <p>
          Nothing is sent while a webhook is off: no event, no retry, no test event, no resend. A request that
          is already on its way may end.
        </p>
        <p>
          When it is turned on, new events come at once. If something happened meanwhile, its row says so and
          offers two buttons. <strong className="font-medium">Send them</strong> sends the events of that
          time, with the ids they have always had, behind new ones.{" "}
          <strong className="font-medium">Skip</strong> leaves them out. Until somebody chooses, none of them
          is sent.
        </p>
      </GuideSection>
    </>
  );
}
