import type { Query, Statement } from "./database";

/** The channel on which processes tell each other that jobs wait. */
export const WAKE_CHANNEL = "starwire_engine";

const NOTIFY: Statement = { name: "engine_notify", text: `notify ${WAKE_CHANNEL}` };
const PAUSE_MS = 20;

/**
 * Gives a function that wakes the other workers: at once, then at most every 20 ms however often it is called.
 * Every NOTIFY takes a lock at its commit, so it isn't part of the sender's transaction. A lost one costs one poll.
 */
export function createWakeSignal(query: Query): () => void {
  let isPausing = false;
  let isWanted = false;
  const signal = () => {
    isWanted = true;
    if (isPausing) return;
    isWanted = false;
    isPausing = true;
    query(NOTIFY, []).catch(() => {});
    setTimeout(() => {
      isPausing = false;
      if (isWanted) signal();
    }, PAUSE_MS).unref();
  };
  return signal;
}
