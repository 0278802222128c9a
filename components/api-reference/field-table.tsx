import type { ReactNode } from "react";
import { MarkedText } from "@/components/api-reference/marked-text";
import { FactList } from "@/components/guide/fact-list";
import type { SchemaField } from "@/lib/api/reference/schema-fields";

type FieldTableProps = { title: ReactNode; fields: readonly SchemaField[]; showsRequired?: boolean };

/** The fields of a request or an object under their heading: name, meaning, type. */
export function FieldTable({ title, fields, showsRequired = true }: FieldTableProps) {
  if (fields.length === 0) return null;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h4 className="text-xs font-semibold text-muted-foreground">{title}</h4>
      <FactList
        isCode
        facts={fields.map(({ name, type, description, isRequired }) => ({
          name,
          text: description ? <MarkedText text={description} /> : type,
          detail: [description && type, showsRequired && isRequired && "required"]
            .filter(Boolean)
            .join(" · "),
        }))}
      />
    </div>
  );
}
