import { expect, test } from "vitest";
import { replyWord } from "@/lib/messages/reports/reply-word";

test.each([
  ["STOP", "stop"],
  [" stop. ", "stop"],
  ["Stop!!", "stop"],
  ["UNSUBSCRIBE", "stop"],
  ["Opt  out", "stop"],
  ["opt-out", "stop"],
  ["STOPALL", "stop"],
  ["“cancel”", "stop"],
  ["Stop texting me", "stop"],
  ["please unsubscribe me.", "stop"],
  ["Remove me from this list", "stop"],
  ["start", "start"],
  ["UNSTOP", "start"],
  ["Help?", "help"],
  ["INFO", "help"],
  ["End of the week, thanks", null],
  ["Stopped by yesterday, lovely", null],
  ["please don't stop the music", null],
  ["5", null],
  ["", null],
  ["🛑", null],
])("%j means %s", (text, word) => {
  expect(replyWord(text)).toBe(word);
});
