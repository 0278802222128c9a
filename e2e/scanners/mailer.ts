import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { CHROME } from "@/e2e/scanners/visit";

const MAILER = "/mailer-that-renders-ahead";
const CLICK = `${MAILER}/click`;
const RENDERED = `${MAILER}/rendered`;

export type Mailer = {
  /** Fulfilled once the browser has rendered the link ahead, and its scripts have run. */
  rendered: Promise<void>;
  click: () => void;
  close: () => Promise<void>;
};

/**
 * A web mailer that has its reader's browser render a rating link ahead (speculation rules). Browsers do that within one
 * site only, so it stands in front of the app, on its own origin; and in a Chromium of its own, since one that Playwright
 * drives holds such a page back before its scripts.
 */
export async function startMailer(
  browser: { file: string; args: readonly string[] },
  link: string,
): Promise<Mailer> {
  const { origin, pathname } = new URL(link);
  let clicked: (() => void) | undefined;
  const click = new Promise<void>((resolve) => (clicked = resolve));
  let isRendered: (() => void) | undefined;
  const rendered = new Promise<void>((resolve) => (isRendered = resolve));

  const server = createServer((incoming, outgoing) => {
    if (incoming.url === MAILER)
      return void outgoing.setHeader("content-type", "text/html").end(mailPage(pathname));
    if (incoming.url === CLICK) return void click.then(() => outgoing.end());
    if (incoming.url === RENDERED) {
      isRendered?.();
      return void outgoing.end();
    }
    passOn(origin, incoming, outgoing, incoming.url === pathname && incoming.method === "GET");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const profile = await mkdtemp(path.join(tmpdir(), "starwire-mailer-"));
  const child = spawn(
    browser.file,
    [
      "--headless",
      `--user-data-dir=${profile}`,
      "--remote-debugging-port=0",
      `--user-agent=${CHROME}`,
      "--disable-blink-features=AutomationControlled",
      ...browser.args,
      `http://localhost:${port}${MAILER}`,
    ],
    { stdio: "ignore", detached: true },
  );
  return {
    rendered,
    click: () => clicked?.(),
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.pid !== undefined && child.exitCode === null) {
        process.kill(-child.pid, "SIGKILL");
        await ended;
      }
      server.closeAllConnections();
      server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @param isPage to which a script is added behind its own ones, that tells when those have run ahead of a visit */
function passOn(origin: string, incoming: IncomingMessage, outgoing: ServerResponse, isPage: boolean): void {
  const { method, url, headers } = incoming;
  if (isPage) delete headers["accept-encoding"];
  const further = request(origin + url, { method, headers }, (answer) => {
    if (isPage) for (const name of ["content-security-policy", "content-length"]) delete answer.headers[name];
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing, { end: false });
    answer.once("end", () => outgoing.end(isPage ? TELL_WHEN_AHEAD : ""));
  });
  further.on("error", () => outgoing.destroy());
  incoming.pipe(further);
}

const TELL_WHEN_AHEAD = `<script>if (document.prerendering) fetch("${RENDERED}")</script>`;

function mailPage(href: string): string {
  const rules = JSON.stringify({ prerender: [{ source: "list", urls: [href], eagerness: "immediate" }] });
  return `<!doctype html><title>Mail</title><a href="${href}">4 stars</a>
    <script>
      addEventListener("load", () => {
        const rules = Object.assign(document.createElement("script"), { type: "speculationrules" });
        rules.textContent = ${JSON.stringify(rules)};
        document.head.append(rules);
        fetch("${CLICK}").then(() => document.querySelector("a").click());
      });
    </script>`;
}
