import { startHttpsReceiver } from "./https-receiver";
import { openShop, type Shop } from "./shop";
import { test as base } from "./test";
import { db } from "@/lib/db/client";
import { type FullShop, openFullShop } from "./full-shop";

/** An empty project and one that has everything, of one owner, for all specs of a process. */
export const test = base.extend<object, { shops: { empty: Shop; full: FullShop } }>({
  shops: [
    async ({}, use) => {
      const receiver = await startHttpsReceiver();
      const [empty, full] = [await openShop("Nothing Yet"), await openFullShop(receiver)];
      await db.member.create({
        data: { projectId: empty.id, userId: full.shop.owner.userId, role: "owner" },
      });
      await use({ empty, full });
      await receiver.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});
