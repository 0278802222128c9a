/** @jsxImportSource react */
// The pragma: test runners that compile JSX for themselves would render nothing of it.
import {
  Body,
  Button,
  Column,
  Container,
  Head,
  Heading,
  Html,
  Link,
  Row,
  Section,
  Text,
} from "@react-email/components";
import { Fragment } from "react";
import type { EmailBlock } from "@/lib/messages/content/email-blocks";
import { slot } from "@/lib/messages/content/email-slots";
import { emailCss, emailStyle } from "@/lib/messages/content/email-style";
import type { RatingLinkStyle } from "@/lib/db/generated/enums";
import { scoreLabel, SCORES } from "@/lib/reviews/score";

export type EmailFrame = {
  projectName: string;
  /** `#rrggbb` */
  color: string;
  linkStyle: RatingLinkStyle;
  postalAddress: string;
};

type EmailDocumentProps = { frame: EmailFrame; blocks: readonly EmailBlock[]; reason: string };

/** A whole mail, with slots where something of one customer stands. Tables and inline styles: what mail programs show. */
export function EmailDocument({ frame, blocks, reason }: EmailDocumentProps) {
  const style = emailStyle(frame.color);
  return (
    <Html lang="en">
      <Head>
        <title>{frame.projectName}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{emailCss(frame.color)}</style>
      </Head>
      <Body className="page" style={style.body}>
        <main>
          <Container style={style.container}>
            <Section className="card" style={style.card}>
              <Row>
                <Column style={style.cardCell}>
                  <Heading as="h1" dir="auto" className="accent" style={style.heading}>
                    {frame.projectName}
                  </Heading>
                  {blocks.map((block, index) =>
                    block.kind === "links" ? (
                      <RatingLinks key={index} frame={frame} />
                    ) : (
                      <Lines key={index} className="words" style={style.text} lines={block.lines} />
                    ),
                  )}
                </Column>
              </Row>
            </Section>
            <Section>
              <Row>
                <Column style={style.foot}>
                  <Lines className="small" style={style.small} lines={[reason]} />
                  {frame.postalAddress && (
                    <Lines
                      className="small"
                      style={style.small}
                      lines={[frame.projectName, ...frame.postalAddress.split("\n")]}
                    />
                  )}
                  <Text className="small" style={style.small}>
                    <Link href={slot.unsubscribe} className="small" style={style.smallLink}>
                      Unsubscribe
                    </Link>
                  </Text>
                </Column>
              </Row>
            </Section>
          </Container>
        </main>
      </Body>
    </Html>
  );
}

function Lines({
  lines,
  className,
  style,
}: {
  lines: readonly string[];
  className: string;
  style: ReturnType<typeof emailStyle>["text" | "small"];
}) {
  return (
    <Text dir="auto" className={className} style={style}>
      {lines.map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </Text>
  );
}

function RatingLinks({ frame }: { frame: EmailFrame }) {
  const style = emailStyle(frame.color);
  if (frame.linkStyle === "button") {
    return (
      <Section style={style.buttonRow}>
        <Button href={slot.page} className="button" style={style.button}>
          Give your rating
        </Button>
      </Section>
    );
  }
  return (
    <Section style={style.stars}>
      <Row style={{ tableLayout: "fixed" }}>
        {SCORES.map((score) => (
          <Column key={score} width="20%" className="star" style={style.starCell}>
            <Link href={slot.score(score)} className="accent" style={style.star}>
              <span style={style.starMark}>{`★ ${score}`}</span>{" "}
              <span className="star-word" style={style.starWord}>
                {scoreLabel(score)}
              </span>
            </Link>
          </Column>
        ))}
      </Row>
    </Section>
  );
}
