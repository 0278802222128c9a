import path from "node:path";
import { hookUrl } from "@/lib/receiver/receiver-origin";
import { readReceiverState } from "@/lib/receiver/receiver-state";
import { lanAddress } from "./lan-address";
import type { PreparedData } from "./prepared-data";
import type { ReadyFacts } from "./ready-text";
import type { StartPlan } from "./start-plan";

/** What the last words of this start are made of. */
export function readyFacts(input: {
  plan: StartPlan;
  prepared: PreparedData;
  inngestUrl: string | null;
  tookMs: number;
  onceMs: number;
}): ReadyFacts {
  const { plan, prepared, tookMs, onceMs } = input;
  const { env, dataDir, isLocal } = plan;
  const lan = isLocal ? lanAddress() : null;
  return {
    tookMs,
    isFirst: prepared.isNewAdmin,
    nextMs: onceMs > 1_000 ? tookMs - onceMs : null,
    appUrl: env.APP_URL,
    welcomePath: prepared.welcomePath,
    signIn: signInWords(plan, prepared),
    customerPath: prepared.customerPath,
    receiverUrl: plan.hasReceiver ? receiverUrl(dataDir) : null,
    phoneUrl: lan && `http://${lan}:${env.PORT}`,
    engine: input.inngestUrl ?? engineWords(plan),
    allowedNets: env.WEBHOOK_ALLOWED_NETS,
  };
}

/** A generated password is shown on a local start only; elsewhere the terminal is a log that others read. */
function signInWords({ env, dataDir, isLocal }: StartPlan, prepared: PreparedData): ReadyFacts["signIn"] {
  const { adminEmail, adminPassword, isNewAdmin } = prepared;
  if (adminEmail === null) return null;
  if (adminPassword !== null) {
    const file = path.join(dataDir, "first-sign-in.txt");
    const near = path.relative(process.cwd(), file);
    const note = `kept in ${near.startsWith("..") ? file : near}`;
    return { email: adminEmail, password: isLocal ? adminPassword : "", note };
  }
  if (isNewAdmin && env.ADMIN_PASSWORD)
    return { email: adminEmail, password: "", note: "with ADMIN_PASSWORD" };
  return isLocal ? { email: adminEmail, password: "", note: "with your password" } : null;
}

function receiverUrl(dataDir: string): string | null {
  const state = readReceiverState(dataDir);
  return state && hookUrl(`https://localhost:${state.port}`, "demo");
}

function engineWords({ env }: StartPlan): string {
  if (env.ENGINE === "inngest") return "the server that INNGEST_BASE_URL names";
  return "embedded engine; with the dashboard: npm run start:inngest";
}
