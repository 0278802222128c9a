import type { ReferenceDocument } from "@/lib/api/reference/read-document";

const linkClass = "inline-block rounded-sm py-1 text-muted-foreground hover:text-foreground";

/** The address of a group on the page. */
export const groupId = (name: string): string => `group-${name.toLowerCase().replaceAll(/\W+/g, "-")}`;

/** Links to all groups and, where there is room, to every operation. */
export function ReferenceContents({ groups }: Pick<ReferenceDocument, "groups">) {
  return (
    <nav
      aria-label="Contents"
      className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
    >
      <ul className="columns-2 gap-4 text-sm sm:columns-3 lg:columns-1">
        {groups.map(({ name, operations }) => (
          <li key={name} className="break-inside-avoid">
            <a href={`#${groupId(name)}`} className={linkClass}>
              {name}
            </a>
            <ul className="hidden pb-2 pl-3 lg:block">
              {operations.map(({ operationId }) => (
                <li key={operationId}>
                  <a href={`#${operationId}`} className={`${linkClass} text-xs`}>
                    {operationId}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#objects" className={linkClass}>
            Objects
          </a>
        </li>
      </ul>
    </nav>
  );
}
