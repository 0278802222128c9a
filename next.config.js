/** A page reached by a secret link must not pass its address on, nor be kept by a cache. `no-referrer` would hide the origin from our own forms, too. */
const secretPage = [
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cache-Control", value: "no-store" },
];

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "undici", "inngest"],
  experimental: {
    authInterrupts: true,
    // The limit of every door: lib/read-form.ts keeps it on the public ones.
    serverActions: { bodySizeLimit: "256kb" },
  },
  headers: async () => [
    {
      // The hosted review page and unsubscribe links set stricter ones themselves, with the hashes of its scripts.
      source: "/:path((?!r/|p/|u/).*)",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        {
          key: "Content-Security-Policy",
          value: "frame-ancestors 'none'; base-uri 'self'; object-src 'none'",
        },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
      ],
    },
    { source: "/welcome/:token", headers: secretPage },
    { source: "/join/:token", headers: secretPage },
  ],
};

export default config;
