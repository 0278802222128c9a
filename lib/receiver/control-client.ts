import { readFileSync } from "node:fs";
import { Agent, request, type Dispatcher } from "undici";
import { CONTROL_PATHS, receiverNews, type ReceiverNews } from "@/lib/receiver/control-protocol";
import type { HookBehavior } from "@/lib/receiver/hook-behavior";
import { receiverFiles } from "@/lib/receiver/receiver-files";
import { readReceiverState } from "@/lib/receiver/receiver-state";

/** The test receiver doesn't run, or doesn't answer. */
export class ReceiverDownError extends Error {
  override name = "ReceiverDownError";
}

/**
 * What the receiver knows and then everything that happens, until `signal` aborts or the receiver ends.
 * @throws ReceiverDownError
 */
export async function* readReceiverNews(signal: AbortSignal, dataDir?: string): AsyncGenerator<ReceiverNews> {
  const { body } = await send("GET", CONTROL_PATHS.stream, { dataDir, signal });
  try {
    let rest = "";
    for await (const chunk of body.setEncoding("utf8")) {
      const lines = `${rest}${String(chunk)}`.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) yield receiverNews.parse(JSON.parse(line));
    }
  } catch (error) {
    if (!signal.aborted) throw new ReceiverDownError("The test receiver went away.", { cause: error });
  }
}

/** Chooses what a hook does from the next request on. @throws ReceiverDownError */
export async function setHookBehavior(name: string, behavior: HookBehavior, dataDir?: string): Promise<void> {
  const { body } = await send("PUT", CONTROL_PATHS.hook(name), { dataDir, json: JSON.stringify(behavior) });
  await body.dump();
}

/** Forgets all requests. @throws ReceiverDownError */
export async function clearReceivedRequests(dataDir?: string): Promise<void> {
  const { body } = await send("DELETE", CONTROL_PATHS.requests, { dataDir });
  await body.dump();
}

async function send(
  method: "GET" | "PUT" | "DELETE",
  path: string,
  options: { dataDir: string | undefined; json?: string; signal?: AbortSignal },
): Promise<Dispatcher.ResponseData> {
  const state = readReceiverState(options.dataDir);
  if (!state?.pid) throw new ReceiverDownError("The test receiver doesn't run.");
  try {
    const answer = await request(`https://localhost:${state.port}${path}`, {
      dispatcher: agentFor(readFileSync(receiverFiles(options.dataDir).ca, "utf8")),
      method,
      headers: { authorization: `Bearer ${state.token}` },
      body: options.json ?? null,
      signal: options.signal ?? AbortSignal.timeout(5_000),
    });
    if (answer.statusCode >= 300) throw new Error(`The test receiver answered ${answer.statusCode}.`);
    return answer;
  } catch (error) {
    throw new ReceiverDownError("The test receiver doesn't answer.", { cause: error });
  }
}

let agent: { ca: string; dispatcher: Agent } | undefined;

function agentFor(ca: string): Agent {
  if (agent?.ca !== ca) agent = { ca, dispatcher: new Agent({ connect: { ca }, bodyTimeout: 0 }) };
  return agent.dispatcher;
}
