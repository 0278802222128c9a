import type { PageSettingsInput } from "@/lib/review-page/schema";

type RatingSaveOption = { value: PageSettingsInput["ratingSave"]; label: string; description: string };

/** When a rating is saved, in the words of Settings > Review page. */
export const RATING_SAVE_OPTIONS: readonly RatingSaveOption[] = [
  {
    value: "automatic",
    label: "Automatic",
    description:
      "Opening a rating link saves the rating. Where a mail scanner could have opened it, the page asks for one touch.",
  },
  {
    value: "every_click",
    label: "Save every click",
    description:
      "Opening a rating link always saves the rating, also when a mail scanner opens it. Such reviews are marked as suspect.",
  },
  {
    value: "always_confirm",
    label: "Always confirm",
    description: "The customer presses “Save my rating” first.",
  },
  {
    value: "on_submit",
    label: "Only on Submit",
    description: "Nothing is saved before the customer submits the form.",
  },
];
