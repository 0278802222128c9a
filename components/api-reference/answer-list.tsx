import { FieldTable } from "@/components/api-reference/field-table";
import { MarkedText } from "@/components/api-reference/marked-text";
import { TextLink } from "@/components/ui/text-link";
import type { ReferenceOperation } from "@/lib/api/reference/read-document";
import { schemaFields } from "@/lib/api/reference/schema-fields";
import { objectName } from "@/lib/api/reference/schema-words";

/** What comes back: the object, or its own fields, and the codes of refusals. */
export function AnswerList({ operation }: { operation: ReferenceOperation }) {
  const statuses = Object.entries(operation.responses);
  const refusals = statuses.filter(([status]) => !status.startsWith("2"));
  const [status, success] = statuses.find(([one]) => one.startsWith("2")) ?? [];
  const schema = success?.content?.["application/json"]?.schema;
  const name = schema && objectName(schema);
  return (
    <>
      <p>
        Answers <strong className="font-medium">{status}</strong>
        {name ? <ObjectLink name={name} /> : schema ? " with these fields:" : " without a body."}
      </p>
      {schema && !name && (
        <FieldTable
          title={`Answer of ${operation.operationId}`}
          fields={schemaFields(schema)}
          showsRequired={false}
        />
      )}
      <details className="rounded-lg border bg-card">
        <summary className="rounded-lg px-4 py-2.5">When it refuses</summary>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 px-4 pb-3">
          {refusals.map(([one, { description }]) => (
            <div key={one} className="contents">
              <dt>{one}</dt>
              <dd className="min-w-0 break-words">
                <MarkedText text={description} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function ObjectLink({ name }: { name: string }) {
  return (
    <>
      {" with a "}
      <TextLink href={`#object-${name}`}>{name}</TextLink>.
    </>
  );
}
