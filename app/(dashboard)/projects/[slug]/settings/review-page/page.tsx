import { answeredPage } from "@/app/_pages/answered-page";
import { PageSettingsForm } from "@/components/review-page/page-settings-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requirePageAccess } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { getPageSettings } from "@/lib/review-page/queries";

async function ReviewPageSettingsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "manage_settings", paths.settingsReviewPage(slug));
  const { projectName, settings } = await getPageSettings(access);
  return (
    <>
      <PageHeader
        title="Review page"
        description={
          <>
            What customers see when they follow a rating link. Anyone can also open your{" "}
            <TextLink href={paths.publicReviewPage(slug)}>public review page</TextLink>.
          </>
        }
      />
      <PageSettingsForm slug={access.projectSlug} projectName={projectName} settings={settings} />
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Review page", ReviewPageSettingsPage);
export { Answer as default, generateMetadata };
