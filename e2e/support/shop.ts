import type { Access } from "@/lib/auth/access";
import { addCustomer } from "@/lib/customers/commands/save-customer";
import { db } from "@/lib/db/client";
import type { Role } from "@/lib/db/generated/enums";
import { newId } from "@/lib/ids";
import { createProject } from "@/lib/projects/commands";
import { createRatingLink } from "@/lib/rating-links/commands/create-rating-link";
import { type Asked, askForReview } from "@/lib/requests/commands/ask-for-review";
import { type AskForm, askInput } from "@/lib/requests/schema";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";

/** A project of one's own, as its owner sees it. */
export type Shop = {
  id: string;
  slug: string;
  name: string;
  owner: Access;
  /** Another person in this project. */
  addMember: (role: Role) => Promise<Access>;
  addWebhook: (url: string) => Promise<{ id: string; url: string; secret: string }>;
  addCustomer: (
    firstName?: string,
    phone?: string | null,
  ) => Promise<{ id: string; firstName: string; email: string }>;
  /** A link for a new customer, or for this one. `/<score>` goes behind it. */
  ratingLink: (customer?: { id: string }) => Promise<string>;
  /** Asks a new customer, or this one, as the owner does, SMS at any hour. */
  ask: (ask?: { customer?: { id: string } } & Partial<Omit<AskForm, "customer">>) => Promise<Asked>;
  /** No quiet hours, so that the clock of whoever runs the specs doesn't matter. */
  sendSmsAtAnyHour: () => Promise<void>;
  /** The rating link in a message, as its customer has it. `/<score>` goes behind it. */
  linkIn: (messageId: string) => Promise<string>;
};

/** Makes a project that no other spec knows. */
export async function openShop(name = "Corner Bakery"): Promise<Shop> {
  const user = await addUser("Ada");
  const { id, slug } = await createProject(user.id, { name });
  const accessOf = (userId: string, userName: string, role: Role): Access => ({
    userId,
    userName,
    projectId: id,
    projectSlug: slug,
    role,
  });
  const owner = accessOf(user.id, user.name, "owner");
  const shop: Shop = {
    id,
    slug,
    name,
    owner,
    async addMember(role) {
      const member = await addUser(`${role.charAt(0).toUpperCase()}${role.slice(1)} Grace`);
      await db.member.create({ data: { projectId: id, userId: member.id, role } });
      return accessOf(member.id, member.name, role);
    },
    async addWebhook(url) {
      return { url, ...(await createWebhook(owner, { url })) };
    },
    async addCustomer(firstName = "Jane", phone = null) {
      const email = `${newId("cus").toLowerCase()}@example.com`;
      const customer = await addCustomer(owner, {
        externalId: null,
        firstName,
        lastName: "Doe",
        email,
        phone,
        company: null,
        tags: [],
      });
      return { id: customer.id, firstName, email };
    },
    async ratingLink(customer) {
      const { id: customerId } = customer ?? (await shop.addCustomer());
      return (await createRatingLink(owner, customerId)).url;
    },
    async ask({ customer, ...form } = {}) {
      const { id: customerId } = customer ?? (await shop.addCustomer("Jane", STORY_PHONE));
      return askForReview(
        owner,
        askInput.parse({
          customer: { id: customerId },
          channel: "email",
          ignoreQuietHours: form.channel === "sms",
          ...form,
        }),
      );
    },
    async sendSmsAtAnyHour() {
      const allDay = { smsFromMinute: 0, smsUntilMinute: 0 };
      await db.messageSettings.upsert({
        where: { projectId: id },
        create: { projectId: id, ...allDay },
        update: allDay,
      });
    },
    async linkIn(messageId) {
      const { text } = await db.messageContent.findUniqueOrThrow({ where: { messageId } });
      const link = /https?:\/\/\S+\/r\/[\w-]+/.exec(text)?.[0];
      if (!link) throw new Error(`There is no rating link in ${messageId}:\n${text}`);
      return link;
    },
  };
  return shop;
}

/** A mobile number that belongs to nobody; one customer of a project can have it. */
const STORY_PHONE = "+14155550123";

async function addUser(name: string): Promise<{ id: string; name: string }> {
  const id = newId("usr");
  return db.user.create({
    data: { id, name, email: `${id.toLowerCase()}@example.com` },
    select: { id: true, name: true },
  });
}
