import { FieldTable } from "@/components/api-reference/field-table";
import { MarkedParagraphs } from "@/components/api-reference/marked-text";
import { OperationSection } from "@/components/api-reference/operation-section";
import { groupId, ReferenceContents } from "@/components/api-reference/reference-contents";
import type { ReferenceDocument } from "@/lib/api/reference/read-document";
import { schemaFields } from "@/lib/api/reference/schema-fields";

const headingClass = "scroll-mt-6 text-lg font-semibold tracking-tight";

/** Every operation with its fields, a command and its answers, and the objects that answers consist of. Plain HTML. */
export function ApiReference({ description, baseUrl, groups, objects }: ReferenceDocument) {
  return (
    <div className="grid gap-8 text-sm leading-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <ReferenceContents groups={groups} />
      <div className="flex max-w-3xl min-w-0 flex-col gap-12">
        <div className="flex min-w-0 flex-col gap-3">
          <MarkedParagraphs text={description} />
          <p>
            Paths stand below <code className="font-mono text-[0.8125rem] break-all">{baseUrl}</code>. Put
            your key into <code className="font-mono text-[0.8125rem]">$KEY</code>, and the commands can be
            pasted.
          </p>
        </div>
        {groups.map(({ name, operations }) => (
          <section key={name} aria-labelledby={groupId(name)} className="flex min-w-0 flex-col gap-6">
            <h2 id={groupId(name)} className={headingClass}>
              {name}
            </h2>
            {operations.map((operation) => (
              <OperationSection key={operation.operationId} operation={operation} baseUrl={baseUrl} />
            ))}
          </section>
        ))}
        <section aria-labelledby="objects" className="flex min-w-0 flex-col gap-6">
          <h2 id="objects" className={headingClass}>
            Objects
          </h2>
          {Object.entries(objects).map(([name, schema]) => (
            <article key={name} aria-labelledby={`object-${name}`} className="flex min-w-0 flex-col gap-3">
              <h3 id={`object-${name}`} className="scroll-mt-6 text-base font-semibold">
                {name}
              </h3>
              <FieldTable title={`Fields of ${name}`} fields={schemaFields(schema)} showsRequired={false} />
            </article>
          ))}
        </section>
      </div>
    </div>
  );
}
