/** Stands at the foot of the demo's mails. Made up, so it goes with the demo data. */
export const DEMO_POSTAL_ADDRESS = "12 Mill Lane\nRiverside\nOX1 2AB";
