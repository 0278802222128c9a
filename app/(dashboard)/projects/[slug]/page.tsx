import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";

export default async function ProjectPage({ params }: { params: Promise<{ slug: string }> }) {
  redirect(paths.overview((await params).slug));
}
