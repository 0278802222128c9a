import { appendFileSync, chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { receivedRequest, type ReceivedRequest } from "@/lib/receiver/received-request";

/** How many requests are kept. */
const KEPT_MAX = 300;

/** The last few hundred requests: in memory, and line by line in a file that survives a restart. */
export class RequestLog {
  private requests = new Map<number, ReceivedRequest>();
  private lines = 0;
  private lastSeq = 0;

  constructor(private readonly file: string) {
    if (existsSync(file)) {
      for (const line of readFileSync(file, "utf8").split("\n")) this.keep(parseLine(line));
    }
    this.rewrite();
  }

  nextSeq(): number {
    this.lastSeq += 1;
    return this.lastSeq;
  }

  /** Adds a request, or replaces the one with its number. */
  put(request: ReceivedRequest): void {
    this.keep(request);
    appendFileSync(this.file, `${JSON.stringify(request)}\n`);
    this.lines += 1;
    if (this.lines > KEPT_MAX * 4) this.rewrite();
  }

  /** Oldest first. */
  list(): ReceivedRequest[] {
    return [...this.requests.values()];
  }

  clear(): void {
    this.requests.clear();
    this.rewrite();
  }

  private keep(request: ReceivedRequest | null): void {
    if (!request) return;
    this.requests.set(request.seq, request);
    this.lastSeq = Math.max(this.lastSeq, request.seq);
    const oldest = this.requests.keys().next().value;
    if (this.requests.size > KEPT_MAX && oldest !== undefined) this.requests.delete(oldest);
  }

  private rewrite(): void {
    const draft = `${this.file}.new`;
    writeFileSync(draft, [...this.requests.values()].map((r) => `${JSON.stringify(r)}\n`).join(""), {
      mode: 0o600,
    });
    chmodSync(draft, 0o600);
    renameSync(draft, this.file);
    this.lines = this.requests.size;
  }
}

/** A line cut off by a crash is dropped. */
function parseLine(line: string): ReceivedRequest | null {
  try {
    return receivedRequest.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
