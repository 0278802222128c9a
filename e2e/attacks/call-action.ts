import type { Door } from "./doors";

type Call = {
  url: string;
  /** Null: signed out. */
  cookie: string | null;
  args: readonly unknown[];
  headers?: Record<string, string>;
};

/**
 * Calls a server action as its page does, and says what came of it: `ok`, an error's code, `redirect`, or `HTTP …` when no
 * action answered.
 */
export async function callAction(door: Door, call: Call): Promise<string> {
  const answer = await postAction(door, call);
  const text = await answer.text();
  if (answer.headers.has("x-action-redirect")) return "redirect";
  const code = /"code":"([a-z_]+)"/.exec(text)?.[1];
  if (code) return code;
  return answer.ok && /"ok":true|"isDone":true/.test(text) ? "ok" : `HTTP ${answer.status}`;
}

/** The same, its answer as it came. */
export async function postAction(door: Door, { url, cookie, args, headers }: Call): Promise<Response> {
  const path = door.route.replaceAll(/\[+(?:\.\.\.)?\w+\]+/g, "any");
  return fetch(url + path, {
    method: "POST",
    redirect: "manual",
    headers: {
      "next-action": door.id,
      accept: "text/x-component",
      ...(cookie && { cookie }),
      ...headers,
    },
    body: encodeArguments(args),
  });
}

/** As React's `encodeReply`: JSON, or multipart when an argument is a form. */
function encodeArguments(args: readonly unknown[]): string | FormData {
  const form = args.find((arg) => arg instanceof FormData);
  if (!form) return JSON.stringify(args);
  const body = new FormData();
  for (const [name, value] of form) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify(args.map((arg) => (arg === form ? "$K1" : arg))));
  return body;
}
