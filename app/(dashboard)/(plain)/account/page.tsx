import { answeredPage } from "@/app/_pages/answered-page";
import { ChangePasswordForm } from "@/components/auth/change-password-form";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireUser } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

async function AccountPage() {
  const user = await requireUser(paths.account());
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title="Your account" description={user.email} />
      <Card>
        <CardHeader
          title="Change password"
          description="Every other browser that is signed in as you will be signed out."
        />
        <CardContent>
          <ChangePasswordForm email={user.email} />
        </CardContent>
      </Card>
    </div>
  );
}

const { Answer, generateMetadata } = answeredPage("Change password", AccountPage);
export { Answer as default, generateMetadata };
