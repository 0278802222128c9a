import { answeredPage } from "@/app/_pages/answered-page";
import { NewProjectForm } from "@/components/projects/new-project-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireUser } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

async function NewProjectPage() {
  await requireUser(paths.newProject());
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader
        title="New project"
        description="A project is one business: its customers, reviews and webhooks. Nothing crosses projects."
      />
      <NewProjectForm />
    </div>
  );
}

const { Answer, generateMetadata } = answeredPage("New project", NewProjectPage);
export { Answer as default, generateMetadata };
