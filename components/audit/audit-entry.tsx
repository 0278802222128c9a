import { ACCESS_TEXT } from "@/components/api-keys/access-text";
import { type Role, roleText } from "@/components/members/role-text";
import { RelativeTime } from "@/components/ui/relative-time";
import { auditActionWords } from "@/lib/audit/audit-actions";
import type { AuditItem } from "@/lib/audit/queries";

/** Who did what to what, when, why, and what changed by it. */
export function AuditEntryRow({ entry, namesTarget }: { entry: AuditItem; namesTarget: boolean }) {
  const words = auditActionWords(entry.action);
  // A new thing is named by what stands above already.
  const changes = entry.changes.filter(
    ({ before, after }) => !namesTarget || before !== null || after !== entry.targetName,
  );
  return (
    <li className="min-w-0 px-4 py-3 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <p className="min-w-0 flex-1 basis-64 break-words">
          <bdi className="font-medium">{entry.actorName}</bdi>
          {entry.actor === "api_key" && <span className="text-muted-foreground"> (API key)</span>} {words}
          {!namesTarget && !words.includes("webhook") && " this webhook"}
          {namesTarget && (
            <>
              {" "}
              <LongText text={entry.targetName} />
            </>
          )}
          {entry.reason && <span className="text-muted-foreground">: {entry.reason}</span>}
        </p>
        <RelativeTime date={entry.at} className="text-[0.8125rem] whitespace-nowrap text-muted-foreground" />
      </div>
      {changes.length > 0 && (
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-[0.8125rem]">
          {changes.map(({ field, before, after }) => (
            <AuditChange key={field} field={field} before={before} after={after} />
          ))}
        </dl>
      )}
    </li>
  );
}

function AuditChange({ field, before, after }: AuditItem["changes"][number]) {
  return (
    <>
      <dt className="text-muted-foreground">{fieldWords(field)}</dt>
      <dd className="min-w-0 break-all">
        {before !== null && (
          <del className="text-muted-foreground">
            <Value field={field} value={before} />
          </del>
        )}
        {before !== null && after !== null && <span aria-hidden> → </span>}
        {after !== null && (
          <ins className="no-underline">
            <Value field={field} value={after} />
          </ins>
        )}
      </dd>
    </>
  );
}

const fieldWords = (field: string) =>
  field === "url" ? "URL" : `${field.charAt(0).toUpperCase()}${field.slice(1)}`;

/** A stored value as the screens call it. */
function Value({ field, value }: { field: string; value: string }) {
  if (field === "from" || field === "until") return <RelativeTime date={value} />;
  if (field === "role" && value in roleText) return roleText[value as Role].name;
  if (field === "access" && value in ACCESS_TEXT) return ACCESS_TEXT[value as Role].name;
  return <LongText text={value} />;
}

const SHOWN_MAX = 240;
const TAIL_LENGTH = 60;

/** Cut in the middle where it would fill the page; whole on hover and to a screen reader. */
function LongText({ text }: { text: string }) {
  if (text.length <= SHOWN_MAX) return <bdi className="break-all">{text}</bdi>;
  return (
    <bdi className="break-all" title={text}>
      <span aria-hidden>
        {text.slice(0, SHOWN_MAX - TAIL_LENGTH)} … {text.slice(-TAIL_LENGTH)}
      </span>
      <span className="sr-only">{text}</span>
    </bdi>
  );
}
