"use server";

import { projectAction } from "@/lib/actions/project-action";
import { savePageSettings } from "@/lib/review-page/commands";
import { pageSettingsInput } from "@/lib/review-page/schema";

export const savePageSettingsAction = projectAction(
  { permission: "manage_settings", input: pageSettingsInput },
  savePageSettings,
);
