const listeners = new Map<string, Set<() => void>>();

/** Calls back whenever this process hears that a project has something new. @returns how to stop that */
export function onLocalWake(projectId: string, listener: () => void): () => void {
  const ofProject = listeners.get(projectId) ?? new Set();
  listeners.set(projectId, ofProject);
  ofProject.add(listener);
  return () => {
    ofProject.delete(listener);
    if (ofProject.size === 0) listeners.delete(projectId);
  };
}

/** Tells the lanes that this process holds open; saves them the way through the database. */
export function announceLocalWake(projectId: string): void {
  for (const listener of listeners.get(projectId) ?? []) listener();
}

const timers = new Set<(inMs: number) => void>();

/** Calls back whenever a lane that this process handed back will be ready. @returns how to stop that */
export function onLaneReady(listener: (inMs: number) => void): () => void {
  timers.add(listener);
  return () => timers.delete(listener);
}

/** Tells this process's relay when a lane will be ready, so that it is served to the millisecond and not at a sweep. */
export function announceLaneReady(inMs: number): void {
  for (const listener of timers) listener(inMs);
}
