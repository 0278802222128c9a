import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

/** A request whose server has begun to read it, and whose body ends only when the spec says so. */
export async function sendHalf(
  url: string,
  headers: Record<string, string>,
  [half, rest]: readonly [string, string],
): Promise<{ finish: () => Promise<{ status: number; text: string }> }> {
  const sending = request(url, { method: "POST", headers: { ...headers, expect: "100-continue" } });
  sending.flushHeaders();
  await once(sending, "continue");
  sending.write(half);
  return {
    async finish() {
      const answered = once(sending, "response") as Promise<[IncomingMessage]>;
      sending.end(rest);
      const [answer] = await answered;
      return { status: answer.statusCode ?? 0, text: await text(answer) };
    },
  };
}
