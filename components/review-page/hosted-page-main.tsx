import { OneButton } from "@/components/review-page/one-button";
import { ReviewForm } from "@/components/review-page/review-form";
import { ThankYou } from "@/components/review-page/thank-you";
import type { HostedPage } from "@/lib/review-page/page-view";

/** What stands inside `<main>` of the hosted page, also in the preview of its settings. */
export function HostedPageMain({ page }: { page: HostedPage }) {
  return (
    <>
      <p className="project" dir="auto">
        {page.project.name}
      </p>
      <PageContent page={page} />
    </>
  );
}

function PageContent({ page }: { page: HostedPage }) {
  const { view } = page;
  switch (view.kind) {
    case "form":
      return <ReviewForm page={page} view={view} />;
    case "one_button":
      return <OneButton page={page} view={view} />;
    case "thanks":
      return <ThankYou page={page} view={view} />;
  }
}
