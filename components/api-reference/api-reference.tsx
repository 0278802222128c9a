"use client";

import "swagger-ui-dist/swagger-ui.css";
import { useEffect, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";

/** Every operation with its fields and answers, to read and to try. The viewer is loaded with this page alone. */
export function ApiReference({ documentUrl }: { documentUrl: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");

  useEffect(() => {
    let isGone = false;
    const show = async () => {
      const { default: SwaggerUI } = await import("swagger-ui-dist/swagger-ui-es-bundle");
      if (isGone || !place.current) return;
      SwaggerUI({
        domNode: place.current,
        url: documentUrl,
        deepLinking: true,
        docExpansion: "list",
        defaultModelsExpandDepth: 0,
        persistAuthorization: false,
        onComplete: () => setState("shown"),
      });
    };
    show().catch(() => setState("failed"));
    return () => {
      isGone = true;
    };
  }, [documentUrl]);

  return (
    <>
      {state === "loading" && <SkeletonRows rows={8} />}
      {state === "failed" && (
        <Notice tone="danger" role="alert">
          The reference couldn't be loaded. Reload the page, or read the OpenAPI document.
        </Notice>
      )}
      <div ref={place} className="api-reference rounded-lg bg-white text-black" />
    </>
  );
}
