import { z } from "zod";

const passwordLengthMin = 10;
const passwordLengthMax = 200;

/** As people type it; kept in lower case. `admin@localhost` is one too. */
export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Enter an e-mail address.")
  .max(254, "This e-mail address is too long.")
  .regex(/^[^\s@]+@[^\s@]+$/, "This isn't an e-mail address, for example ada@example.com.");

export const newPasswordInput = z
  .string()
  .min(passwordLengthMin, `Use at least ${passwordLengthMin} characters.`)
  .max(passwordLengthMax, `Use at most ${passwordLengthMax} characters.`);

export const userNameInput = z
  .string()
  .trim()
  .min(1, "Enter your name.")
  .max(200, "Use at most 200 characters.");

export const signInInput = z.object({
  email: z.string().trim().toLowerCase().min(1, "Enter your e-mail address.").max(254),
  password: z.string().min(1, "Enter your password.").max(passwordLengthMax, "That password is too long."),
});

export const signInFormInput = signInInput.extend({ next: z.string().max(2048).optional() });

export const welcomeFormInput = z.object({ token: z.string().min(1).max(100) });

export const changePasswordInput = z.object({
  currentPassword: z.string().min(1, "Enter your current password.").max(passwordLengthMax),
  newPassword: newPasswordInput,
});
