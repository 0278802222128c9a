import type { PageScript } from "@/components/review-page/browser/page-script";
import type { HostedAnswer } from "@/lib/review-page/hosted-answer";

const data = document.documentElement.dataset;

const page: PageScript = { send, onTrouble: () => undefined, landing: null, touched: false, pressed: false };
window.starwire = page;

for (const type of ["pointerdown", "touchstart", "keydown", "click"]) {
  addEventListener(
    type,
    (event) => {
      page.touched = true;
      page.pressed ||= event.isTrusted;
    },
    { capture: true, passive: true },
  );
}

if (data.land)
  page.landing = whenVisible().then(() =>
    send(() => [
      ["action", "land"],
      ["score", data.land ?? ""],
    ]),
  );

function whenVisible(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.visibilityState === "visible" && !document.prerendering) resolve();
    };
    document.addEventListener("visibilitychange", look);
    document.addEventListener("prerenderingchange", look);
    look();
  });
}

async function send(fields: () => Iterable<[string, string]>): Promise<HostedAnswer> {
  let staleTimes = 0;
  for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, 15_000)) {
    const body = new URLSearchParams([...fields()]);
    if (isAutomated()) body.set("automated", "yes");
    if (page.pressed) body.set("pressed", "yes");
    body.set("nonce", data.nonce ?? "");
    try {
      const answer = await post(body);
      page.onTrouble(false);
      if (answer.nonce) data.nonce = answer.nonce;
      if (answer.state !== "stale" || ++staleTimes > 2) return answer;
      await renewNonce();
      continue;
    } catch {
      page.onTrouble(true);
    }
    await pause(waitMs);
  }
}

/** The browser says that a program drives it, or somebody has put something in the place where it would say so. */
function isAutomated(): boolean {
  const asBuilt = Object.getOwnPropertyDescriptor(Navigator.prototype, "webdriver") ?? {};
  return (
    navigator.webdriver ||
    Object.getOwnPropertyDescriptor(navigator, "webdriver") !== undefined ||
    !/native code|^undefined/.test(String(Reflect.get(asBuilt, "get")))
  );
}

async function post(body: URLSearchParams): Promise<HostedAnswer> {
  const response = await fetch(data.action ?? "", {
    method: "POST",
    headers: { accept: "application/json" },
    body,
    keepalive: String(body).length < 30_000,
  });
  if (response.status >= 500) throw new Error();
  return response.json();
}

async function renewNonce(): Promise<void> {
  const fresh = await (await fetch(location.href)).text();
  const found = /data-nonce="([^"]+)"/.exec(fresh);
  if (found) data.nonce = found[1] ?? "";
}

function pause(ms: number): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
    addEventListener("online", resolve, { once: true });
  });
}
