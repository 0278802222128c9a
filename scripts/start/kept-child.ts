import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { formatDuration } from "./format-duration";
import { killGroup } from "./kill-group";
import { countFailure, restartDelay } from "./restart-delay";
import { spawnChild } from "./spawn-child";
import { StartError } from "./start-error";

/** A Node process that is started again when it ends by itself. */
export type KeptChild = {
  name: string;
  /** @throws StartError with its last lines when it ends before it was ever ready */
  ready: Promise<void>;
  pid: () => number | undefined;
  /** Asks it to end and starts it again. */
  restart: () => void;
  /** Asks it to end, insists after `graceMs`, and returns once it and its own children are gone. */
  stop: (graceMs: number) => Promise<void>;
};

export type ChildSettings = {
  name: string;
  /** After `node`. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Resolves once it answers; asked again and again while it resolves to false. */
  isReady: (linesSoFar: string[]) => boolean | Promise<boolean>;
  onStart: () => void;
  /** Gets what it prints once it is ready, and when it starts again (default: printed). */
  say?: (line: string) => void;
};

/**
 * Starts a child. Once it is ready what it prints is passed on, and when it ends unasked it is started again.
 */
export function keepChild(settings: ChildSettings): KeptChild {
  const { name, say = console.log } = settings;
  const state = { isStopping: false, isReady: false, isRestarting: false, failures: 0 };
  const wake = new AbortController();
  let lines: string[] = [];
  let child = start();

  function start(): ChildProcess {
    lines = [];
    const startedMs = performance.now();
    const started = spawnChild(settings.args, settings.env);
    for (const stream of [started.stdout, started.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", hear);
    }
    started.once("exit", (code, signal) => {
      killGroup(started);
      if (state.isStopping || !state.isReady) return;
      if (state.isRestarting) return void startAgain(0);
      state.failures = countFailure(state.failures, performance.now() - startedMs);
      const delayMs = restartDelay(state.failures);
      say(
        `The ${name} process ended (${signal ?? `code ${code}`}); it starts again in ${formatDuration(delayMs)}.`,
      );
      void startAgain(delayMs);
    });
    return started;
  }

  function hear(line: string): void {
    lines = [...lines.slice(-29), line];
    if (state.isReady) say(`${name} | ${line}`);
  }

  async function startAgain(delayMs: number): Promise<void> {
    await sleep(delayMs, undefined, { signal: wake.signal }).catch(() => undefined);
    if (state.isStopping) return;
    state.isRestarting = false;
    child = start();
    settings.onStart();
  }

  function restart(): void {
    if (!state.isReady || state.isStopping || hasEnded(child)) return;
    state.isRestarting = true;
    child.kill("SIGTERM");
  }

  async function stop(graceMs: number): Promise<void> {
    state.isStopping = true;
    wake.abort();
    if (!hasEnded(child)) {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      const force = setTimeout(() => killGroup(child), graceMs);
      await ended;
      clearTimeout(force);
    }
    killGroup(child);
  }

  async function waitUntilReady(): Promise<void> {
    while (!(await settings.isReady(lines))) {
      if (hasEnded(child)) throw new StartError(`The ${name} process did not start:\n${lines.join("\n")}`);
      await sleep(50);
    }
    state.isReady = true;
  }

  settings.onStart();
  return {
    name,
    ready: waitUntilReady(),
    pid: () => (hasEnded(child) ? undefined : child.pid),
    restart,
    stop,
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
