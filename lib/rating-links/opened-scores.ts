import { listenToChannel } from "@/lib/db/listen-to-channel";
import { sql } from "@/lib/db/sql";
import { logger } from "@/lib/logger";
import { RecentScores } from "@/lib/rating-links/recent-scores";

const CHANNEL = "starwire_opened_score";

/**
 * Which scores were opened within 60 s on any web process. A scanner opens all five at once, so that its first landing
 * can already be told from a customer's. Opening changes nothing in the database: the processes tell each other by
 * NOTIFY, and each remembers for a minute. A notice that is lost, or comes before a process listens, costs a hint.
 */
export class OpenedScores {
  readonly #recent = new RecentScores();
  readonly #pending = new Set<string>();
  #isSending = false;
  #listener: { close: () => Promise<void> } | null = null;

  /** Notes it here and, the first time within a minute, on the others. @returns how many scores of the link are known. */
  note(linkId: string, score: number): number {
    this.listen();
    const { count, isNew } = this.#recent.note(linkId, score);
    if (isNew) {
      this.#pending.add(`${linkId} ${score}`);
      if (!this.#isSending) void this.#tellOthers();
    }
    return count;
  }

  /** Begins to hear of what the others open. @param onBack called when it listens, again after a broken connection */
  listen(onBack?: () => void): void {
    this.#listener ??= listenToChannel(CHANNEL, {
      onPayload: (payload) => {
        const [linkId = "", score] = payload.split(" ");
        this.#recent.note(linkId, Number(score));
      },
      ...(onBack ? { onBack } : {}),
      onFailure: (error) => logger.warn({ err: error }, "can't hear which links other web processes opened"),
    });
  }

  async close(): Promise<void> {
    await this.#listener?.close();
  }

  async #tellOthers(): Promise<void> {
    this.#isSending = true;
    while (this.#pending.size > 0) {
      const payloads = [...this.#pending];
      this.#pending.clear();
      try {
        await sql("select pg_notify($1, payload) from unnest($2::text[]) as payload", [CHANNEL, payloads]);
      } catch (error) {
        logger.warn({ err: error }, "the other web processes weren't told which links were opened");
      }
    }
    this.#isSending = false;
  }
}

const globalForScores = globalThis as typeof globalThis & { starwireOpenedScores?: OpenedScores };

/** Those of this process. */
export function openedScores(): OpenedScores {
  return (globalForScores.starwireOpenedScores ??= new OpenedScores());
}
