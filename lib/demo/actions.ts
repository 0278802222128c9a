"use server";

import { z } from "zod";
import { projectAction } from "@/lib/actions/project-action";
import { removeDemoData } from "@/lib/demo/commands";

export const removeDemoDataAction = projectAction(
  { permission: "manage_settings", input: z.object({}) },
  (access) => removeDemoData(access),
);
