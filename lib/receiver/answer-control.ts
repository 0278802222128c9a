import type { IncomingMessage, ServerResponse } from "node:http";
import { isBearer } from "@/lib/is-bearer";
import { CONTROL_PATHS } from "@/lib/receiver/control-protocol";
import type { HookBoard } from "@/lib/receiver/hook-board";
import { hookBehavior, hookName } from "@/lib/receiver/hook-behavior";
import { readBody } from "@/lib/receiver/read-body";

/** Serves the control paths to whoever shows the token: the news as lines of JSON, a hook's behavior, clearing the list. */
export async function answerControl(
  request: IncomingMessage,
  response: ServerResponse,
  board: HookBoard,
  token: string,
): Promise<void> {
  if (!isBearer(request.headers.authorization, token)) return end(response, 401);
  const url = new URL(request.url ?? "/", "https://localhost");
  if (request.method === "GET" && url.pathname === CONTROL_PATHS.stream) {
    return stream(response, board);
  }
  if (request.method === "DELETE" && url.pathname === CONTROL_PATHS.requests) {
    board.clear();
    return end(response, 204);
  }
  const name = hookName.safeParse(url.pathname.slice(CONTROL_PATHS.hook("").length)).data;
  if (request.method === "PUT" && name && url.pathname === CONTROL_PATHS.hook(name)) {
    const behavior = hookBehavior.safeParse(JSON.parse((await readBody(request)).toString("utf8"))).data;
    if (!behavior) return end(response, 422);
    board.setBehavior(name, behavior);
    return end(response, 204);
  }
  return end(response, 404);
}

function stream(response: ServerResponse, board: HookBoard): void {
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  const stop = board.listen((news) => response.write(`${JSON.stringify(news)}\n`));
  response.on("close", stop);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
