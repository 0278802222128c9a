import type { z } from "zod";
import type { Access } from "@/lib/auth/access";
import type { Permission } from "@/lib/auth/permissions";
import type { ErrorCode } from "@/lib/errors";

type Method = "GET" | "POST" | "PATCH" | "DELETE";

type Input<Query extends z.ZodType, Body extends z.ZodType> = {
  /** The values of `{name}` in the path. */
  params: Record<string, string>;
  query: z.output<Query>;
  body: z.output<Body>;
};

type Definition<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> = {
  method: Method;
  /** Below `/api/v1`, for example `/reviews/{id}`. */
  path: string;
  /** Its name in generated clients, for example `listReviews`. */
  id: string;
  tag: string;
  summary: string;
  description?: string;
  permission: Permission;
  query?: Query;
  /** In camel case, as forms and actions use it; programs send it in snake case. */
  body?: Body;
  status: 200 | 201 | 202 | 204;
  /** Of the answer's body, in snake case; left out with 204. */
  answer?: Answer;
  /** What it may answer besides 401, 422, 429 and, with an id in its path, 404. */
  errors?: readonly ErrorCode[];
  handle: (access: Access, input: Input<Query, Body>) => Promise<z.input<Answer>>;
};

/** One operation of the API: where it is, who may, what goes in and out. Door, document and tests derive from it. */
export type Operation = Omit<Definition<z.ZodType, z.ZodType, z.ZodType>, "handle"> & {
  handle: (
    access: Access,
    input: { params: Record<string, string>; query: unknown; body: unknown },
  ) => Promise<unknown>;
};

/** Declares an operation. Its handler gets what the schemas have parsed. */
export function operation<
  Query extends z.ZodType = z.ZodNever,
  Body extends z.ZodType = z.ZodNever,
  Answer extends z.ZodType = z.ZodVoid,
>(definition: Definition<Query, Body, Answer>): Operation {
  // The door parses query and body with these very schemas before it calls the handler.
  return definition as unknown as Operation;
}
