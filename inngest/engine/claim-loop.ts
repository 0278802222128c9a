import type { LeasedJob } from "./leased-job";

/**
 * Keeps free places filled. `kick` says that something may be due, `freed` that a place is free again;
 * the queue is only asked while there is a place and a reason.
 */
export function createClaimLoop(options: {
  freePlaces: () => number;
  claim: (most: number) => Promise<LeasedJob[]>;
  start: (job: LeasedJob) => void;
  onError: (error: unknown) => void;
}): { kick: () => void; freed: () => void; stop: () => Promise<void> } {
  let isWanted = false;
  let isStopped = false;
  let running: Promise<void> | null = null;

  const fill = async () => {
    while (isWanted && !isStopped && options.freePlaces() > 0) {
      isWanted = false;
      const most = options.freePlaces();
      const jobs = await options.claim(most);
      if (jobs.length >= most) isWanted = true;
      for (const job of jobs) options.start(job);
    }
  };
  const freed = () => {
    if (!isWanted || isStopped || running || options.freePlaces() <= 0) return;
    running = fill()
      .catch(options.onError)
      .finally(() => {
        running = null;
        freed();
      });
  };
  return {
    kick: () => {
      isWanted = true;
      freed();
    },
    freed,
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}
