import { env } from "@/lib/env";

/**
 * How steps are reported (the SDK's `checkpointing`). On the embedded engine several together: one request less for each
 * run, and a step whose report a crash loses finds its token spent when it runs again. To an Inngest server each as it
 * ends, since its dashboard shows steps that were reported together without their names, or not at all.
 */
export const stepReports = env().ENGINE === "embedded" ? { bufferedSteps: 5 } : false;
