import { expect } from "@playwright/test";
import { test } from "@/e2e/support/quiet-starwire";
import { sessionCookie } from "@/e2e/support/sign-in";
import { hasPermission } from "@/lib/auth/permissions";
import { OTHER_ROUTES, POSTS, PROJECT_PAGES } from "./route-rows";
import { readRoutes, type Route } from "./routes";
import { tableContents } from "./table-contents";
import { openTarget, withUnknownIds } from "./target";

// One database and one web process for the whole file.
test.describe.configure({ mode: "default" });

const routes = readRoutes();

const patterns = (wanted: (route: Route) => boolean) =>
  routes
    .filter(wanted)
    .map(({ pattern }) => pattern)
    .toSorted();

test("every route of the build has a row, and its lock if it belongs to a project", () => {
  expect(patterns(({ lock }) => lock.door === "project")).toEqual(Object.keys(PROJECT_PAGES).toSorted());
  expect(patterns(({ lock }) => lock.door !== "project")).toEqual(Object.keys(OTHER_ROUTES).toSorted());
  expect(patterns(({ methods }) => methods.length > 0)).toEqual(Object.keys(POSTS).toSorted());
});

/** Status, where it leads, and what the server's own HTML says of a refusal, before any script has run. */
async function open(url: string, cookie: string | null): Promise<unknown[]> {
  const answer = await fetch(url, { redirect: "manual", headers: cookie ? { cookie } : {} });
  const text = await answer.text();
  const { status, headers } = answer;
  if (status >= 300 && status < 400) return [status, headers.get("location")];
  if (status < 400) {
    for (const secret of SECRETS) if (text.includes(secret)) shown.add(secret);
    return [status];
  }
  expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
  const isPage = headers.get("content-type")?.startsWith("text/html");
  return isPage ? [status, ...wordsOf(text)] : [status];
}

/** What `openTarget` put into its project, in the words of the pages. */
const SECRETS = [
  "https://example.com/hooks",
  "invited@example.com",
  "Billing",
  "Good bread.",
  "jane@example.com",
];
const shown = new Set<string>();

function wordsOf(html: string): (string | undefined)[] {
  return [/<title>(.*?)<\/title>/, /<h1[^>]*>(.*?)<\/h1>/].map((part) => part.exec(html)?.[1]);
}

const NOT_FOUND = [404, "Not found · Starwire", "Not found"];
const FORBIDDEN = [403, "Not allowed · Starwire", "Your role doesn&#x27;t allow this"];

test("every page of a project: sign-in, 403 or 404 for whom and what it isn't, said in its HTML without anything of the page, and nothing changes", async ({
  quietUrl,
}) => {
  const [{ target, members, shop }, other] = [await openTarget(), await openTarget()];
  const owner = await sessionCookie(shop.owner.userId);
  const stranger = await sessionCookie(other.shop.owner.userId);
  const before = await tableContents();
  for (const { pattern, lock } of routes) {
    if (lock.door !== "project") continue;
    const pathOf = PROJECT_PAGES[pattern] ?? (() => pattern);
    const path = pathOf(target);
    const foreign = pathOf({ ...other.target, slug: target.slug });
    const isFile = pattern.endsWith("/export");
    const [notFound, forbidden] = isFile ? [[404], [403]] : [NOT_FOUND, FORBIDDEN];
    const expected: [who: string, answer: unknown[], Promise<unknown[]>][] = [
      ["its owner", [200], open(quietUrl + path, owner)],
      [
        "signed out",
        [307, expect.stringMatching(/^\/sign-in\?next=%2Fprojects%2F/)],
        open(quietUrl + path, null),
      ],
      ["a stranger", notFound, open(quietUrl + path, stranger)],
      ["in no project", notFound, open(quietUrl + pathOf({ ...target, slug: "no-such-project" }), owner)],
    ];
    for (const role of ["admin", "manager", "viewer"] as const) {
      const answer = hasPermission(role, lock.permission) ? [200] : forbidden;
      expected.push([role, answer, open(quietUrl + path, await sessionCookie(members[role].userId))]);
    }
    if (foreign !== path)
      expected.push(
        ["foreign id", notFound, open(quietUrl + foreign, owner)],
        ["unknown id", notFound, open(quietUrl + pathOf(withUnknownIds(target)), owner)],
      );
    const answers = await Promise.all(expected.map(async ([who, , answer]) => [pattern, who, await answer]));
    expect(answers).toEqual(expected.map(([who, answer]) => [pattern, who, answer]));
  }
  expect([...shown].toSorted()).toEqual(SECRETS.toSorted());
  expect(await tableContents()).toEqual(before);
});

test("every other route answers the signed-out and a viewer as its row says, and nothing changes", async ({
  quietUrl,
}) => {
  const { target, members } = await openTarget();
  const viewer = await sessionCookie(members.viewer.userId);
  const before = await tableContents();
  for (const [pattern, row] of Object.entries(OTHER_ROUTES)) {
    const url = quietUrl + row.path(target);
    for (const [who, cookie] of [
      ["signedOut", null],
      ["viewer", viewer],
    ] as const) {
      const [status, location] = row[who];
      const answered = await open(url, cookie);
      if (answered[0] === 403 && answered.length > 1) expect(answered, pattern).toEqual(FORBIDDEN);
      const answer = answered.slice(0, location === undefined ? 1 : 2);
      const wanted = location === undefined ? [status] : [status, expect.stringContaining(location)];
      expect([pattern, who, answer]).toEqual([pattern, who, wanted]);
    }
  }
  expect(await open(`${quietUrl}/no-such-page`, viewer)).toEqual(NOT_FOUND);
  expect(await tableContents()).toEqual(before);
});

test("no route that takes something reads over 256 KB, or what another site sent", async ({ quietUrl }) => {
  const { shop } = await openTarget();
  const link = await shop.ratingLink();
  const before = await tableContents();
  for (const { pattern, methods } of routes) {
    const row = POSTS[pattern];
    if (!row) continue;
    const path = pattern
      .replace("/r/[token]/[[...score]]", new URL(link).pathname)
      .replace("[project]", shop.slug);
    for (const method of methods) {
      const send = (body: string, headers: Record<string, string> = {}) =>
        fetch(quietUrl + path, {
          method,
          headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
          body,
        });
      const statuses = await Promise.all([
        send(`action=land&score=4&body=${"x".repeat(257 * 1024)}`),
        send("action=land&score=4", { origin: "https://evil.example" }),
        send("action=land&score=4", { "sec-fetch-site": "cross-site" }),
      ]);
      expect([pattern, method, ...statuses.map(({ status }) => status)]).toEqual([
        pattern,
        method,
        row.tooMuch,
        row.foreignOrigin,
        row.foreignOrigin,
      ]);
    }
  }
  expect(await tableContents()).toEqual(before);
});
