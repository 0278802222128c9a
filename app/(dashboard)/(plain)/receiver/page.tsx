import { answeredPage } from "@/app/_pages/answered-page";
import { forbidden } from "next/navigation";
import { ReceiverScreen } from "@/components/receiver/receiver-screen";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireUser } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { canUseReceiver } from "@/lib/receiver/receiver-access";
import { testReceiver } from "@/lib/receiver/receiver-origin";

async function ReceiverPage() {
  const user = await requireUser(paths.receiver());
  if (!(await canUseReceiver(user.id))) forbidden();
  const receiver = testReceiver();
  return (
    <>
      <PageHeader
        title="Test receiver"
        description="Stands in for your own server while you try webhooks. It shows each request as it arrives and answers as you choose."
      />
      {receiver ? (
        <ReceiverScreen origin={receiver.origin} />
      ) : (
        <EmptyState title="The test receiver is off">
          It runs when Starwire is started on this machine with its own database (npm start), and answers this
          machine only.
        </EmptyState>
      )}
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Test receiver", ReceiverPage);
export { Answer as default, generateMetadata };
