import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions/all";

/** Our functions as a route of the web process. Point an Inngest server at the worker where there is one. */
export const serveInWeb = serve({ client: inngest, functions });
