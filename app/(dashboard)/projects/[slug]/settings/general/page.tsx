import { answeredPage } from "@/app/_pages/answered-page";
import { DeleteProjectCard } from "@/components/projects/delete-project-card";
import { GeneralForm } from "@/components/projects/general-form";
import { PageHeader } from "@/components/ui/page-header";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { countries } from "@/lib/projects/countries";
import { getProjectSettings } from "@/lib/projects/queries";
import { timeZones } from "@/lib/projects/time-zones";

async function GeneralPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "manage_settings", paths.settings(slug));
  const settings = await getProjectSettings(access);
  return (
    <div className="max-w-2xl">
      <PageHeader title="General" />
      <div className="flex flex-col gap-6">
        <GeneralForm
          settings={settings}
          timeZones={timeZones()}
          countries={countries()}
          appUrl={env().APP_URL}
        />
        {hasPermission(access.role, "delete_project") && (
          <DeleteProjectCard slug={slug} name={settings.name} />
        )}
      </div>
    </div>
  );
}

const { Answer, generateMetadata } = answeredPage("General", GeneralPage);
export { Answer as default, generateMetadata };
