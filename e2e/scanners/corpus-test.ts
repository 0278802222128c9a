import type { Browser, BrowserContext, BrowserContextOptions } from "@playwright/test";
import { startMailer } from "@/e2e/scanners/mailer";
import { CHROME, type Pages } from "@/e2e/scanners/visit";
import { test as guarded } from "@/e2e/support/guarded-starwire";
import { openShop, type Shop } from "@/e2e/support/shop";

/** Browsers and one project for all rows; each row has its own customer, link and pages. */
export const test = guarded.extend<{ pages: Pages }, { contexts: Contexts; corpusShop: Shop }>({
  corpusShop: [async ({}, use) => use(await openShop("Corpus Bakery")), { scope: "worker" }],
  contexts: [
    async ({ browser, browserOfPeople }, use) => {
      const contexts = new Contexts(browser, browserOfPeople);
      await use(contexts);
      await contexts.close();
    },
    { scope: "worker" },
  ],
  pages: async ({ contexts, playwright, launchOptions }, use) => {
    const opened: { close: () => Promise<void> }[] = [];
    const open = async (kind: keyof typeof KINDS) => {
      const page = await (await contexts.get(kind)).newPage();
      opened.push(page);
      return page;
    };
    await use({
      human: () => open("human"),
      disguised: () => open("disguised"),
      robot: () => open("robot"),
      humanWithoutScript: () => open("humanWithoutScript"),
      humanWithTouch: () => open("humanWithTouch"),
      robotWithoutScript: () => open("robotWithoutScript"),
      async mailer(link) {
        const { executablePath: file = playwright.chromium.executablePath(), args = [] } = launchOptions;
        const mailer = await startMailer({ file, args }, link);
        opened.push(mailer);
        return mailer;
      },
    });
    await Promise.all(opened.map((page) => page.close()));
  },
});

const human = { userAgent: CHROME };

const KINDS = {
  human,
  robot: {},
  humanWithoutScript: { ...human, javaScriptEnabled: false },
  humanWithTouch: { ...human, hasTouch: true },
  disguised: human,
  robotWithoutScript: { javaScriptEnabled: false },
} satisfies Record<string, BrowserContextOptions>;

class Contexts {
  readonly #opened = new Map<keyof typeof KINDS, Promise<BrowserContext>>();

  constructor(
    readonly browser: Browser,
    readonly ofPeople: Browser,
  ) {}

  get(kind: keyof typeof KINDS): Promise<BrowserContext> {
    const opened = this.#opened.get(kind) ?? this.#open(kind);
    this.#opened.set(kind, opened);
    return opened;
  }

  async close(): Promise<void> {
    const opened = await Promise.all(this.#opened.values());
    await Promise.all(opened.map((context) => context.close()));
  }

  async #open(kind: keyof typeof KINDS): Promise<BrowserContext> {
    const browser = kind.startsWith("human") ? this.ofPeople : this.browser;
    const context = await browser.newContext(KINDS[kind]);
    if (kind === "disguised") {
      await context.addInitScript(() => Object.defineProperty(navigator, "webdriver", { get: () => false }));
    }
    return context;
  }
}
