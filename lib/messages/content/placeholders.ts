import type { MessageChannel } from "@/lib/db/generated/enums";

/** What a template may say about its reader, its sender and the day. */
export const VALUE_PLACEHOLDERS = ["first_name", "last_name", "project_name", "current_year"] as const;

export type ValuePlaceholder = (typeof VALUE_PLACEHOLDERS)[number];

/**
 * Where the rating links stand. In an e-mail `rating_links` is the row of stars or the button, as the settings choose;
 * in an SMS it is five short lines, and `rating_link` one link.
 */
export const LINK_PLACEHOLDERS = ["rating_links", "rating_link"] as const;

export type LinkPlaceholder = (typeof LINK_PLACEHOLDERS)[number];

/** The link placeholders of a channel's body; one of them must stand in it. */
export const LINK_PLACEHOLDERS_OF: Record<MessageChannel, readonly LinkPlaceholder[]> = {
  email: ["rating_links"],
  sms: ["rating_links", "rating_link"],
};

/** True for a name that stands for a value. */
export function isValuePlaceholder(name: string): name is ValuePlaceholder {
  return VALUE_PLACEHOLDERS.some((known) => known === name);
}

/** True for a name that stands for rating links. */
export function isLinkPlaceholder(name: string): name is LinkPlaceholder {
  return LINK_PLACEHOLDERS.some((known) => known === name);
}
