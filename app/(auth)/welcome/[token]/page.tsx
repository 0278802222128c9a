import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/auth/auth-heading";
import { WelcomeForm } from "@/components/auth/welcome-form";
import { LinkButton } from "@/components/ui/link-button";
import { getUser } from "@/lib/auth/session";
import { isWelcomeLinkUsable } from "@/lib/auth/welcome-link";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Welcome" };

type WelcomePageProps = { params: Promise<{ token: string }> };

export default async function WelcomePage({ params }: WelcomePageProps) {
  const { token } = await params;
  if (await isWelcomeLinkUsable(token)) {
    return (
      <>
        <AuthHeading title="Welcome to Starwire">This link signs you in, once.</AuthHeading>
        <WelcomeForm token={token} />
      </>
    );
  }
  if (await getUser()) redirect(paths.home());
  return (
    <>
      <AuthHeading title="This link no longer works">
        It signs in once, within 15 minutes of the start. Restart Starwire for a fresh one, or sign in with
        your e-mail and password.
      </AuthHeading>
      <LinkButton href={paths.signIn()} variant="primary" size="lg" className="w-full">
        Sign in
      </LinkButton>
    </>
  );
}
