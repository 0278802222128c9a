"use server";

import { z } from "zod";
import { projectAction } from "@/lib/actions/project-action";
import { hideGuide } from "@/lib/overview/commands";

export const hideGuideAction = projectAction(
  { permission: "manage_settings", input: z.object({}) },
  (access) => hideGuide(access),
);
