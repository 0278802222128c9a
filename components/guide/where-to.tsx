import { GuideSection } from "@/components/guide/guide-section";
import { CodeSample } from "@/components/ui/code-sample";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";

/** Which addresses are sent to, and how to receive without one of them. */
export function WhereTo() {
  return (
    <>
      <GuideSection id="urls">
        <ul className="flex list-disc flex-col gap-1 pl-5">
          <li>
            The URL starts with https://, and its certificate is one that browsers trust, with TLS 1.2 or
            newer.
          </li>
          <li>
            Its name leads to a public address. Private addresses, those of this machine and of its network
            are refused when the webhook is saved, and again at every attempt. The operator can allow networks
            of their own with <code className="font-mono text-[0.8125rem]">WEBHOOK_ALLOWED_NETS</code>.
          </li>
          <li>
            Let our requests in without a login; their signature is their proof. Bodies have up to 256 KB.
          </li>
          <li>Don't put a secret into the URL: whoever manages webhooks reads it, and logs keep it.</li>
        </ul>
      </GuideSection>
      <GuideSection id="local">
        <p>
          No certificate and no public address? Where Starwire runs on your own machine, it brings a test
          receiver that has both. It hands what it gets on to your server, with the same bytes and headers,
          and your server's answer back:
        </p>
        <CodeSample
          label="Forwarding to your own server"
          code="npm run receiver -- --forward http://localhost:4000/"
        />
        <ol className="flex list-decimal flex-col gap-1 pl-5">
          <li>
            Under Settings &gt; API create a webhook and choose Use the test receiver below its field. Copy
            the signing secret.
          </li>
          <li>
            Start one of the <TextLink href={paths.guide("verify")}>receivers above</TextLink> with that
            secret, and the command.
          </li>
          <li>
            In the webhook's menu click Send test event. Its data is a sample, and{" "}
            <code className="font-mono text-[0.8125rem]">test</code> is true.
          </li>
          <li>
            Stop your server and send another: the delivery log shows what failed, when the next attempt is
            due, and a button to resend.
          </li>
        </ol>
      </GuideSection>
    </>
  );
}
