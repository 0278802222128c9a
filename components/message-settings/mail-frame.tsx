"use client";

import { useEffect, useRef, useState } from "react";

type MailFrameProps = {
  html: string;
  title: string;
  /** As wide as this screen is, in CSS pixels. */ screenWidth: number;
};

/** A mail in a document of its own, sandboxed and made smaller where the screen doesn't fit. Nothing in it acts. */
export function MailFrame({ html, title, screenWidth }: MailFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [boxWidth, setBoxWidth] = useState(screenWidth);
  const [height, setHeight] = useState(400);
  const scale = Math.min(1, boxWidth / screenWidth);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setBoxWidth(entry?.contentRect.width ?? screenWidth));
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [screenWidth]);

  function measure() {
    const body = frame.current?.contentDocument?.body;
    if (!body) return;
    body.inert = true;
    setHeight(body.scrollHeight);
  }

  return (
    <div
      ref={box}
      className="overflow-hidden rounded-lg border bg-muted"
      style={{ height: height * scale + 2, maxWidth: screenWidth }}
    >
      <iframe
        ref={frame}
        title={title}
        sandbox="allow-same-origin"
        srcDoc={html}
        onLoad={measure}
        scrolling="no"
        className="origin-top-left"
        style={{ width: screenWidth, height, transform: `scale(${scale})` }}
      />
    </div>
  );
}
