import { GuideSection } from "@/components/guide/guide-section";
import { ReceiverTabs } from "@/components/guide/receiver-tabs";
import { Notice } from "@/components/ui/notice";

/** How to tell that a notification is ours, and what to answer. */
export function VerifyAndAnswer() {
  return (
    <>
      <GuideSection id="verify">
        <Notice tone="warning" title="Verify the raw body">
          The signature covers the bytes as they came. Parsed and written again, JSON has other bytes, and the
          signature no longer matches. Frameworks that parse for you have a way to the raw body: use it.
        </Notice>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          <li>
            The key is the base64 after <code className="font-mono text-[0.8125rem]">whsec_</code>, decoded.
            The secret stands under Settings &gt; API, in the webhook's menu under Signing secret.
          </li>
          <li>
            Compare in constant time, and refuse a timestamp that is more than 5 minutes off, so that nobody
            can send an old notification again.
          </li>
          <li>
            After Rotate, both secrets sign for 24 hours. Accept a request when one of its signatures matches,
            and nothing fails while you change over.
          </li>
        </ul>
        <p>
          Each of these is a whole receiver without any package; our own tests send it valid and forged
          requests. Save it, set <code className="font-mono text-[0.8125rem]">STARWIRE_SECRET</code>, and
          start it as its first lines say: it listens on port 4000.
        </p>
        <ReceiverTabs />
      </GuideSection>
      <GuideSection id="answer">
        <ul className="flex list-disc flex-col gap-1 pl-5">
          <li>
            <strong className="font-medium">Any 2xx within 15 seconds confirms.</strong> The answer's body is
            ignored. The connection has to stand within 5 of them.
          </li>
          <li>Answer first and do the work afterwards: a queue or a table of your own keeps it.</li>
          <li>
            Every other status is a failure and is tried again, redirects too: the delivery log says where
            they lead, so put that URL in.
          </li>
          <li>
            429 and 503 with <code className="font-mono text-[0.8125rem]">Retry-After</code> lengthen the
            wait, up to 24 hours.
          </li>
          <li>410 asks us to stop: the webhook is turned off at once.</li>
        </ul>
      </GuideSection>
    </>
  );
}
