import type { paths } from "@/lib/paths";
import { INSTALLATION_STATES } from "./installation-states";
import { MESSAGE_STATES } from "./message-states";
import { PROJECT_STATES } from "./project-states";
import { PUBLIC_STATES } from "./public-states";
import { SETTINGS_STATES } from "./settings-states";
import type { Row } from "./state-kinds";

/** The states of every path of the product. A text says why a path has none of its own. */
export const STATES: Record<keyof typeof paths, Row | string> = {
  ...PUBLIC_STATES,
  ...INSTALLATION_STATES,
  ...PROJECT_STATES,
  ...MESSAGE_STATES,
  ...SETTINGS_STATES,
};
