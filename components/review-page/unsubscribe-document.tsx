import { PlainDocument } from "@/components/review-page/plain-document";

export type UnsubscribePage = {
  projectName: string;
  channel: "email" | "sms";
  isUnsubscribed: boolean;
  /** Where its form goes. */
  action: string;
};

const WORDS = { email: "e-mails", sms: "text messages" };

/** One question and one button, for a person who may never have seen us before. */
export function UnsubscribeDocument({ projectName, channel, isUnsubscribed, action }: UnsubscribePage) {
  const what = WORDS[channel];
  const title = isUnsubscribed ? "You are unsubscribed" : "Unsubscribe";
  const text = isUnsubscribed
    ? `You get no more ${what} from ${projectName} that ask how it was.`
    : `Do you want no more ${what} from ${projectName} that ask how it was?`;
  return (
    <PlainDocument title={title} text={text}>
      <form method="post" action={action}>
        {isUnsubscribed ? (
          <button className="quiet" name="action" value="subscribe">
            Send me {what} again
          </button>
        ) : (
          <button name="action" value="unsubscribe">
            Unsubscribe
          </button>
        )}
      </form>
    </PlainDocument>
  );
}
