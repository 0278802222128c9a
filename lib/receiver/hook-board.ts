import { EventEmitter } from "node:events";
import type { ReceiverNews } from "@/lib/receiver/control-protocol";
import type { Hook, HookBehavior } from "@/lib/receiver/hook-behavior";
import type { ReceivedRequest } from "@/lib/receiver/received-request";
import type { RequestLog } from "@/lib/receiver/request-log";

const CONFIRM: HookBehavior = { kind: "answer", answer: "200" };

/** What the receiver knows: the hooks with their behaviors, the requests that came, and who is listening for news. */
export class HookBoard {
  private behaviors = new Map<string, HookBehavior>([["demo", CONFIRM]]);
  private readonly news = new EventEmitter();

  constructor(private readonly log: RequestLog) {
    this.news.setMaxListeners(0);
    for (const { hook } of log.list()) this.meet(hook);
  }

  hooks(): Hook[] {
    return [...this.behaviors].map(([name, behavior]) => ({ name, behavior }));
  }

  behaviorOf(name: string): HookBehavior {
    return this.behaviors.get(name) ?? CONFIRM;
  }

  setBehavior(name: string, behavior: HookBehavior): void {
    this.behaviors.set(name, behavior);
    this.tell({ kind: "hooks", hooks: this.hooks() });
  }

  /** A hook exists from its first request on. */
  meet(name: string): void {
    if (!this.behaviors.has(name)) this.setBehavior(name, CONFIRM);
  }

  nextSeq(): number {
    return this.log.nextSeq();
  }

  record(request: ReceivedRequest): void {
    this.log.put(request);
    this.tell({ kind: "request", request });
  }

  clear(): void {
    this.log.clear();
    this.tell({ kind: "cleared" });
  }

  /** Tells all that is known, then what happens. @returns how to stop listening. */
  listen(listener: (news: ReceiverNews) => void): () => void {
    listener({ kind: "cleared" });
    listener({ kind: "hooks", hooks: this.hooks() });
    for (const request of this.log.list()) listener({ kind: "request", request });
    this.news.on("news", listener);
    return () => this.news.off("news", listener);
  }

  private tell(news: ReceiverNews): void {
    this.news.emit("news", news);
  }
}
