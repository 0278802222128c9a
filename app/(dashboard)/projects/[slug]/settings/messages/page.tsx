import { answeredPage } from "@/app/_pages/answered-page";
import { MessageSettingsForm } from "@/components/message-settings/message-settings-form";
import { StayHereNotice } from "@/components/messages/stay-here-notice";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageAccess } from "@/lib/auth/session";
import { outboxChannels } from "@/lib/messages/outbox-channels";
import { getMessageSettings } from "@/lib/messages/settings/queries";
import { paths } from "@/lib/paths";

async function MessageSettingsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "manage_settings", paths.settingsMessages(slug));
  const view = await getMessageSettings(access);
  const channels = outboxChannels();
  return (
    <>
      <PageHeader
        title="Messages"
        description="What customers are sent when you ask for a review, and when."
      />
      <div className="flex flex-col gap-6">
        <StayHereNotice channels={channels} outboxOf={access.projectSlug} />
        <MessageSettingsForm
          slug={access.projectSlug}
          view={view}
          userId={access.userId}
          isKeptHere={channels.includes("email")}
        />
      </div>
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Message settings", MessageSettingsPage);
export { Answer as default, generateMetadata };
