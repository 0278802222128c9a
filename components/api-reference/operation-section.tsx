import { AnswerList } from "@/components/api-reference/answer-list";
import { FieldTable } from "@/components/api-reference/field-table";
import { MarkedText } from "@/components/api-reference/marked-text";
import { MethodBadge } from "@/components/api-reference/method-badge";
import { CodeSample } from "@/components/ui/code-sample";
import { bodyOf, curlOf } from "@/lib/api/reference/curl-of";
import type { ReferenceOperation } from "@/lib/api/reference/read-document";
import { type SchemaField, schemaFields } from "@/lib/api/reference/schema-fields";
import { schemaWords } from "@/lib/api/reference/schema-words";

/** One operation: what it does, what goes in, a command to copy, what comes out. */
export function OperationSection({ operation, baseUrl }: { operation: ReferenceOperation; baseUrl: string }) {
  const { operationId, method, path, summary, description } = operation;
  const body = bodyOf(operation);
  return (
    <article aria-labelledby={operationId} className="flex min-w-0 flex-col gap-3 border-t pt-6">
      <h3 id={operationId} className="scroll-mt-6 text-base font-semibold">
        {summary}
      </h3>
      <p className="flex min-w-0 flex-wrap items-center gap-2">
        <MethodBadge method={method} />
        <code className="font-mono text-[0.8125rem] break-all">{path}</code>
      </p>
      {description && (
        <p>
          <MarkedText text={description} />
        </p>
      )}
      <CodeSample
        label={`Command of ${operationId}`}
        code={curlOf(operation, baseUrl)}
        className="max-h-96"
      />
      <FieldTable title="In the query" fields={queryFields(operation)} />
      {body && <FieldTable title="In the body" fields={schemaFields(body)} />}
      <AnswerList operation={operation} />
    </article>
  );
}

/** Ids in the path stand there; `Idempotency-Key`, the only header, is told of once for all. */
function queryFields({ parameters }: ReferenceOperation): SchemaField[] {
  return parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name, required, description = "", schema }) => ({
      name,
      type: schemaWords(schema),
      description,
      isRequired: required,
    }));
}
