import { MessagePage } from "@/components/layout/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";

/** What stands in the frame instead of a page that isn't there, or isn't for everybody. */
export function RefusedPage({ status }: { status: 403 | 404 }) {
  return status === 403 ? (
    <MessagePage
      title="Your role doesn't allow this"
      actions={<LinkButton href={paths.home()}>Go to Overview</LinkButton>}
    >
      <p>Ask an owner or an admin, if you need this page.</p>
    </MessagePage>
  ) : (
    <MessagePage title="Not found" actions={<LinkButton href={paths.home()}>Go to your projects</LinkButton>}>
      <p>This doesn&apos;t exist, or it isn&apos;t in one of your projects.</p>
    </MessagePage>
  );
}
