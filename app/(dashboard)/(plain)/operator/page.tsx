import { answeredPage } from "@/app/_pages/answered-page";
import { forbidden } from "next/navigation";
import { FailedRuns } from "@/components/operator/failed-runs";
import { queueFigures } from "@/components/operator/queue-figures";
import { Figures } from "@/components/overview/figures";
import { PageHeader } from "@/components/ui/page-header";
import { requireUser } from "@/lib/auth/session";
import { isOperator } from "@/lib/operator/is-operator";
import { listFailedRuns } from "@/lib/operator/list-failed-runs";
import { COUNT_MAX, readQueues } from "@/lib/operator/read-queues";
import { paths } from "@/lib/paths";

async function OperatorPage() {
  const user = await requireUser(paths.operator());
  if (!(await isOperator(user.id))) forbidden();
  const [queues, runs] = await Promise.all([readQueues(), listFailedRuns()]);
  return (
    <>
      <PageHeader
        title="Operator"
        description="The queues of the whole installation, over all projects. Reload for newer figures; Prometheus reads them from the worker's /metrics."
      />
      <Figures figures={queueFigures(queues, COUNT_MAX)} />
      <FailedRuns runs={runs} />
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Operator", OperatorPage);
export { Answer as default, generateMetadata };
