import { PAGE_CSS } from "@/components/review-page/page-assets";
import { pageColors } from "@/lib/review-page/page-colors";

/** The style of a page in a project's colour. */
export function pageStyle(color: string): string {
  const { light, dark } = pageColors(color);
  return `:root{--accent:${light.accent};--on-accent:${light.onAccent}}@media (prefers-color-scheme:dark){:root{--accent:${dark.accent};--on-accent:${dark.onAccent}}}${PAGE_CSS}`;
}
