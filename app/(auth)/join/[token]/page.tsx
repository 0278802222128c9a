import type { Metadata } from "next";
import { AuthHeading } from "@/components/auth/auth-heading";
import { JoinAsUserForm } from "@/components/auth/join-as-user-form";
import { JoinForm } from "@/components/auth/join-form";
import { LinkButton } from "@/components/ui/link-button";
import { getUser } from "@/lib/auth/session";
import { findInvitation } from "@/lib/members/queries";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Join" };

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  const user = await getUser();
  if (!invitation) {
    return (
      <>
        <AuthHeading title="This invitation no longer works">
          It was taken, revoked, or is older than 7 days. Ask whoever sent it for a new one.
        </AuthHeading>
        <LinkButton href={paths.home()} size="lg" className="w-full">
          Go to Starwire
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <AuthHeading title={`Join ${invitation.projectName}`}>
        You are invited as <strong className="font-medium text-foreground">{invitation.role}</strong>, at{" "}
        {invitation.email}.
      </AuthHeading>
      {user ? (
        <JoinAsUserForm token={token} user={user} />
      ) : invitation.hasAccount ? (
        <LinkButton
          href={paths.signIn(paths.invitation(token))}
          variant="primary"
          size="lg"
          className="w-full"
        >
          Sign in to join
        </LinkButton>
      ) : (
        <JoinForm token={token} email={invitation.email} />
      )}
    </>
  );
}
