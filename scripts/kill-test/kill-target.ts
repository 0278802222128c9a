export type Role = "web" | "worker";

/** One of the processes: the second worker is `{ role: "worker", place: 1 }`. */
export type Part = { role: Role; place: number };

/** A running Starwire whose parts come back by themselves when they are killed. */
export type KillTarget = {
  databaseUrl: string;
  /** Where each web process answers. */
  appUrls: string[];
  /** In the order in which they are killed, again and again. */
  parts: Part[];
  /** The process that now plays this part; null while it is being started again. */
  pidOf: (part: Part) => Promise<number | null>;
  stop: () => Promise<void>;
};
