import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";
import type { AskFacts } from "@/lib/requests/get-ask-facts";

type Props = { slug: string; facts: Pick<AskFacts, "lacksPostalAddress" | "canManageSettings"> };

/** Says before anybody types that e-mails can't leave yet, and where that is mended. */
export function PostalAddressNotice({ slug, facts }: Props) {
  if (!facts.lacksPostalAddress) return null;
  return (
    <Notice tone="warning">
      E-mails can't be sent yet: each needs your postal address at its foot.{" "}
      {facts.canManageSettings ? (
        <TextLink href={paths.settingsMessages(slug)}>Enter the postal address</TextLink>
      ) : (
        "An owner or admin enters it under Settings > Messages."
      )}
    </Notice>
  );
}
