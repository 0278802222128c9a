import { type APIRequestContext, type APIResponse, expect, type Locator, type Page } from "@playwright/test";
import type { Mailer } from "@/e2e/scanners/mailer";
import { db } from "@/lib/db/client";

export const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** Opens pages in browsers that all rows share. */
export type Pages = {
  /** An ordinary user agent, and a browser that was started without an automation flag. */
  human: () => Promise<Page>;
  /** Browser automation that says it is an ordinary browser: its script overwrites the flag. */
  disguised: () => Promise<Page>;
  /** Browser automation as it comes. */
  robot: () => Promise<Page>;
  humanWithoutScript: () => Promise<Page>;
  humanWithTouch: () => Promise<Page>;
  robotWithoutScript: () => Promise<Page>;
  /** A web mailer whose browser renders this link ahead. */
  mailer: (link: string) => Promise<Mailer>;
};

/** One row's visits of its own rating link. */
export class Visit {
  /** How many events there were at each tap. */
  readonly eventsAtTaps: number[] = [];

  constructor(
    /** The link without a score. */
    readonly link: string,
    readonly requestId: string,
    readonly pages: Pages,
    readonly http: APIRequestContext,
  ) {}

  get(path: string, headers: Record<string, string>): Promise<APIResponse> {
    return this.http.get(this.link + path, { headers });
  }

  /** Sends a form of the page without a browser, with a nonce that the page gave to the same user agent. */
  async post(
    form: Record<string, string>,
    headers: Record<string, string>,
    fields: { asScript?: boolean } = {},
  ): Promise<string> {
    const nonce = /data-nonce="([^"]+)"/.exec(await (await this.get("", headers)).text())?.[1] ?? "";
    const accept = fields.asScript ? { accept: "application/json" } : {};
    const answer = await this.http.post(this.link, {
      form: { nonce, ...form },
      headers: { ...headers, ...accept },
    });
    return answer.text();
  }

  /** Opens the link as a click in the message does, and waits until the page has heard what became of it. */
  async land(page: Page, score: number): Promise<void> {
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.goto(`${this.link}/${score}`);
    await answer;
    await expect(page.getByRole("status")).not.toBeEmpty();
  }

  /** Something that a person does after the click in the message. */
  async tap(act: () => Promise<unknown>): Promise<void> {
    this.eventsAtTaps.push((await this.events()).length);
    await act();
  }

  async tapOn(button: Locator): Promise<void> {
    await this.tap(() => button.click());
  }

  /** The customer had rated before, so long ago. */
  async customerRated(score: number, secondsAgo: number): Promise<void> {
    await this.post({ action: "land", score: String(score) }, { "user-agent": CHROME }, { asScript: true });
    const ratedAt = new Date(Date.now() - secondsAgo * 1_000);
    await db.review.update({ where: { requestId: this.requestId }, data: { ratedAt, createdAt: ratedAt } });
  }

  async events(): Promise<string[]> {
    const rows = await db.event.findMany({
      where: { body: { contains: this.requestId } },
      orderBy: { revision: "asc" },
      select: { type: true },
    });
    return rows.map((row) => row.type);
  }

  review() {
    return db.review.findUnique({
      where: { requestId: this.requestId },
      select: { score: true, status: true, isSuspect: true },
    });
  }
}
