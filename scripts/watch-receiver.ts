import { parseArgs } from "node:util";
import { z } from "zod";
import { readReceiverNews, setHookBehavior } from "@/lib/receiver/control-client";
import { forwardUrl, hookName, type HookBehavior } from "@/lib/receiver/hook-behavior";
import { describeReceived } from "@/lib/receiver/describe-received";
import { hookUrl } from "@/lib/receiver/receiver-origin";
import { readReceiverState } from "@/lib/receiver/receiver-state";

const USAGE = "npm run receiver -- [--forward http://localhost:4000/hooks] [--hook demo]";

/** Shows in the shell what the running test receiver gets and, if asked, has it forwarded for as long as this runs. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { forward: { type: "string" }, hook: { type: "string" } } });
  const name = hookName.parse(values.hook ?? "demo");
  const state = readReceiverState();
  if (!state?.pid) throw new Error("The test receiver doesn't run here. Start Starwire first: npm start");
  const url = hookUrl(`https://localhost:${state.port}`, name);
  const leaving = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => leaving.abort());
  if (values.forward !== undefined) {
    const forwardTo = forwardUrl.parse(values.forward);
    await setHookBehavior(name, { kind: "forward", forwardTo });
    console.log(`${url} → ${forwardTo} until Ctrl-C`);
  } else {
    console.log(`${url} answers as chosen on the page "Test receiver". Ctrl-C to leave.`);
  }
  try {
    await show(name, leaving.signal);
  } finally {
    const confirm: HookBehavior = { kind: "answer", answer: "200" };
    if (values.forward !== undefined) await setHookBehavior(name, confirm).catch(() => undefined);
  }
}

async function show(name: string, signal: AbortSignal): Promise<void> {
  const startedAt = new Date().toISOString();
  for await (const news of readReceiverNews(signal)) {
    if (news.kind !== "request" || news.request.hook !== name || !news.request.answer) continue;
    if (news.request.receivedAt >= startedAt) console.log(describeReceived(news.request));
  }
  if (!signal.aborted) throw new Error("The test receiver ended.");
}

main().catch((error: unknown) => {
  const isUsage = error instanceof z.ZodError || error instanceof TypeError;
  if (isUsage) console.error(USAGE);
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  console.error(issue?.message ?? (error instanceof Error ? error.message : error));
  process.exit(1);
});
