/** One demo review. `customer` is a place in the list of customers, or null for a visitor of the public page. */
export type DemoReview = {
  daysAgo: number;
  score: number;
  body: string | null;
  customer: number | null;
  name?: string;
  /** The message that asked for it, a day before; most came by a link that was handed out. */
  asked?: "email" | "sms";
};

/** 31 reviews over 60 days; a null body is a rating without text. */
export const BAKERY_REVIEWS: DemoReview[] = [
  {
    daysAgo: 60,
    score: 5,
    customer: 0,
    body: "The sourdough is the best in town. I walk twenty minutes for it.",
  },
  { daysAgo: 58, score: 4, customer: 1, body: "Great croissants, a little sold out by ten." },
  {
    daysAgo: 56,
    score: 5,
    customer: 2,
    body: "They catered our office breakfast: on time, warm, and nobody went hungry.",
  },
  { daysAgo: 54, score: 3, customer: 3, body: "Good bread, long queue on Saturday." },
  { daysAgo: 52, score: 5, customer: 4, body: "أفضل خبز في المدينة، والموظفون لطفاء جداً." },
  { daysAgo: 50, score: 5, customer: 5, body: "Cinnamon rolls 🥐🥐🥐 — I would move in here." },
  {
    daysAgo: 47,
    score: 4,
    customer: 6,
    body: "A very considerate team. Our standing order has not been wrong once in eleven months, the invoices are clear, and the driver waits until somebody has opened the side door, which is more than can be said of anyone else who delivers to us before six in the morning.",
  },
  {
    daysAgo: 45,
    score: 2,
    customer: 7,
    body: "My coffee was cold and the table sticky. The cake made up for some of it.",
  },
  { daysAgo: 43, score: 5, customer: 8, asked: "email", body: null },
  { daysAgo: 41, score: 4, customer: 9, body: "Decent scones, proper butter." },
  {
    daysAgo: 40,
    score: 5,
    customer: null,
    name: "Walk-in visitor",
    body: "Found this by accident and will be back.",
  },
  { daysAgo: 38, score: 5, customer: 10, body: "The matcha melon pan is worth the detour." },
  { daysAgo: 35, score: 4, customer: 11, body: "Eggless cakes that taste like cake. Thank you!" },
  {
    daysAgo: 33,
    score: 1,
    customer: 12,
    body: "Ordered a birthday cake with a name on it; got somebody else's name.",
  },
  { daysAgo: 31, score: 5, customer: 13, body: "Kanelbullar like at home." },
  { daysAgo: 29, score: 5, customer: 14, asked: "sms", body: null },
  { daysAgo: 27, score: 4, customer: 15, body: "A baguette that crackles. The rest is fine too." },
  { daysAgo: 25, score: 3, customer: 16, body: "Rye bread was yesterday's." },
  { daysAgo: 23, score: 5, customer: 17, body: "They remember my order and my dog." },
  { daysAgo: 21, score: 5, customer: null, name: "Sam", body: "Friendly even at closing time." },
  { daysAgo: 19, score: 4, customer: 18, body: "Good flatbread. More za'atar, please." },
  {
    daysAgo: 17,
    score: 5,
    customer: 19,
    asked: "email",
    body: "Our guests at the hotel ask where the rolls come from.",
  },
  { daysAgo: 15, score: 5, customer: 20, body: "As a Baker myself by name only: respect." },
  { daysAgo: 13, score: 4, customer: 21, asked: "email", body: null },
  { daysAgo: 11, score: 2, customer: 22, body: "Half the shelves were empty at noon." },
  { daysAgo: 9, score: 5, customer: 0, body: "Still the best sourdough." },
  { daysAgo: 7, score: 5, customer: 2, body: "Second breakfast order, as good as the first." },
  { daysAgo: 5, score: 4, customer: null, name: "Anonymous", body: "Nice place, loud music." },
  { daysAgo: 3, score: 5, customer: 11, asked: "email", body: "The new pistachio twist!" },
  { daysAgo: 2, score: 3, customer: 17, asked: "email", body: "Forgot my dog this time." },
  { daysAgo: 1, score: 5, customer: 8, body: "Ottimo. Come sempre." },
];
