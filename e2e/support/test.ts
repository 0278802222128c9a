import { test as base, type Page } from "@playwright/test";
import type { Access } from "@/lib/auth/access";
import type { Role } from "@/lib/db/generated/enums";
import { newId } from "@/lib/ids";
import { startHttpsReceiver, type HttpsReceiver } from "./https-receiver";
import { openShop, type Shop } from "./shop";
import { signIn } from "./sign-in";
import { starwire } from "./started-starwire";
import { waitWhenReady } from "./when-ready";

type Fixtures = {
  /** A project of this test's own. */
  shop: Shop;
  /** A receiver of this test's own. */
  receiver: HttpsReceiver;
  /** One more, closed with the test. */
  anotherReceiver: () => Promise<HttpsReceiver>;
  /** Signs the browser of `page` in, as the shop's owner or as a new member with the role. */
  signedInAs: (role: Role) => Promise<Access>;
  /** A customer's page: a browser of its own that is signed in nowhere, at an address that shares no limit. */
  visitor: Page;
};

/** Every spec's `test`: one shared Starwire, everything else of its own. */
export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(starwire().appUrl),
  page: async ({ page, javaScriptEnabled }, use) => use(javaScriptEnabled ? waitWhenReady(page) : page),
  shop: async ({}, use) => use(await openShop()),
  receiver: async ({}, use) => {
    const receiver = await startHttpsReceiver();
    await use(receiver);
    await receiver.close();
  },
  anotherReceiver: async ({}, use) => {
    const opened: HttpsReceiver[] = [];
    await use(async () => {
      const receiver = await startHttpsReceiver();
      opened.push(receiver);
      return receiver;
    });
    await Promise.all(opened.map((receiver) => receiver.close()));
  },
  signedInAs: async ({ context, shop }, use) =>
    use(async (role) => {
      const access = role === "owner" ? shop.owner : await shop.addMember(role);
      await signIn(context, access.userId);
      return access;
    }),
  visitor: async ({ browser }, use) => {
    const context = await browser.newContext({
      baseURL: starwire().appUrl,
      extraHTTPHeaders: { "x-forwarded-for": newId("usr") },
    });
    await use(await context.newPage());
    await context.close();
  },
});

export { expect } from "@playwright/test";
