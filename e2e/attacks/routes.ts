import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";

/** A route of the production build: its pattern, and what its source says of whom it lets in and what it takes. */
export type Route = {
  pattern: string;
  lock: { door: "project"; permission: Permission } | { door: "user" } | { door: "none" };
  methods: string[];
};

const LOCK = /require(?:Page)?Access\(\s*slug,\s*"(\w+)"/;
const METHOD = /(?:export (?:const|(?:async )?function)|\bas) (POST|PUT|PATCH|DELETE)\b/g;
const NEXTS_OWN = /^\/_|\.svg$/;

/** Every page and route handler that the build serves. */
export function readRoutes(): Route[] {
  const file = `${process.env["NEXT_DIST_DIR"] ?? ".next"}/app-path-routes-manifest.json`;
  const manifest = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
  return Object.entries(manifest)
    .filter(([, pattern]) => !NEXTS_OWN.test(pattern))
    .map(([name, pattern]) => {
      const source = readFileSync(`app${name}.${name.endsWith("/page") ? "tsx" : "ts"}`, "utf8");
      const permission = LOCK.exec(source)?.[1];
      return {
        pattern,
        lock: permission
          ? { door: "project", permission: permission as Permission }
          : { door: source.includes("requireUser(") ? "user" : "none" },
        methods: [...source.matchAll(METHOD)].map(([, method = ""]) => method),
      };
    });
}
