import { Pool } from "undici";
import { z } from "zod";

export type ApiCall = { method: "GET" | "POST"; path: string; body?: object };

const pageAnswer = z.object({ data: z.array(z.unknown()), next_cursor: z.string().nullable() });

/** A program with its key, over real HTTP with connections that are kept. */
export function openApiClient(options: { port: number; key: string; connections: number }) {
  const pool = new Pool(`http://127.0.0.1:${options.port}`, {
    connections: options.connections,
    pipelining: 1,
  });

  /** @throws when the answer isn't a success */
  async function send({ method, path, body }: ApiCall): Promise<string> {
    const answer = await pool.request({
      method,
      path: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${options.key}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text}`);
    return text;
  }

  return {
    send,
    /** The path of a list's page of this number, found by walking there as programs do. @throws when the list is shorter */
    async walkTo(list: string, page: number): Promise<string> {
      let path = list;
      for (let at = 1; at < page; at += 1) {
        const { next_cursor: cursor } = pageAnswer.parse(JSON.parse(await send({ method: "GET", path })));
        if (cursor === null) throw new Error(`${list} has ${at} pages, not ${page}.`);
        path = `${list}${list.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
      }
      return path;
    },
    close: () => pool.close(),
  };
}

export type ApiClient = ReturnType<typeof openApiClient>;
