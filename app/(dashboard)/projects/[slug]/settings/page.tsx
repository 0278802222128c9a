import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";

export default async function SettingsPage({ params }: { params: Promise<{ slug: string }> }) {
  redirect(paths.settings((await params).slug));
}
