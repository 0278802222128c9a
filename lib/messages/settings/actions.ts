"use server";

import { projectAction } from "@/lib/actions/project-action";
import { saveMessageSettings } from "@/lib/messages/settings/commands";
import { previewMessage } from "@/lib/messages/settings/preview-message";
import { messageSettingsInput, previewInput, testMailInput } from "@/lib/messages/settings/schema";
import { sendTestMail } from "@/lib/messages/settings/send-test-mail";

const permission = "manage_settings";

export const saveMessageSettingsAction = projectAction(
  { permission, input: messageSettingsInput },
  saveMessageSettings,
);

export const previewMessageAction = projectAction({ permission, input: previewInput }, previewMessage);

export const sendTestMailAction = projectAction({ permission, input: testMailInput }, sendTestMail);
