import type { Query, Statement } from "./database";
import type { LeasedJob } from "./leased-job";

const RENEW: Statement = {
  name: "engine_renew",
  text: `
update engine_job j set ready_at = now() + $3::int * interval '1 ms'
from unnest($1::bigint[], $2::uuid[]) as held (id, token)
where j.id = held.id and j.token = held.token and j.ready_at > now()`,
};

const RELEASE: Statement = {
  name: "engine_release",
  text: `
update engine_job j set token = null, ready_at = now(), claims = 0
from unnest($1::bigint[], $2::uuid[]) as held (id, token)
where j.id = held.id and j.token = held.token`,
};

/** The jobs that this process holds, and their leases. A lease that has run out is not renewed: its place may be taken. */
export class HeldJobs {
  readonly #jobs = new Map<string, { job: LeasedJob; stepCount: number }>();
  readonly #emptied: (() => void)[] = [];

  get count(): number {
    return this.#jobs.size;
  }

  add(job: LeasedJob): void {
    this.#jobs.set(job.id, { job, stepCount: job.run?.steps.length ?? 0 });
  }

  remove(job: LeasedJob): void {
    if (this.#jobs.get(job.id)?.job.token === job.token) this.#jobs.delete(job.id);
    if (this.#jobs.size === 0) for (const resolve of this.#emptied.splice(0)) resolve();
  }

  /** Steps memoised so far in the run of a held job; null when the job isn't held under this token. */
  stepCount(id: string, token: string): number | null {
    const held = this.#jobs.get(id);
    return held?.job.token === token ? held.stepCount : null;
  }

  setStepCount(id: string, stepCount: number): void {
    const held = this.#jobs.get(id);
    if (held) held.stepCount = stepCount;
  }

  /** Resolves when no job is held. */
  async whenEmpty(): Promise<void> {
    if (this.#jobs.size > 0) await new Promise<void>((resolve) => this.#emptied.push(resolve));
  }

  async renew(query: Query, leaseMs: number): Promise<void> {
    if (this.#jobs.size > 0) await query(RENEW, [...this.#fences(), leaseMs]);
  }

  /** Hands the jobs back to the queue at once. What still runs of them can no longer write. */
  async release(query: Query): Promise<void> {
    if (this.#jobs.size > 0) await query(RELEASE, this.#fences());
    this.#jobs.clear();
  }

  #fences(): [ids: string[], tokens: string[]] {
    const jobs = [...this.#jobs.values()].map(({ job }) => job);
    return [jobs.map(({ id }) => id), jobs.map(({ token }) => token)];
  }
}
