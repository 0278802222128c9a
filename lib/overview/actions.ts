"use server";

import { z } from "zod";
import { projectAction } from "@/lib/actions/project-action";
import { hideGuide } from "@/lib/overview/commands";
import { getOverview } from "@/lib/overview/queries";

export const getOverviewAction = projectAction({ permission: "read", input: z.object({}) }, (access) =>
  getOverview(access),
);

export const hideGuideAction = projectAction(
  { permission: "manage_settings", input: z.object({}) },
  (access) => hideGuide(access),
);
