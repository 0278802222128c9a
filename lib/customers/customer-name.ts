type Named = {
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
};

/** What people call a customer: their name, or else how they are reached. */
export function customerName(customer: Named): string {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return name || customer.email || customer.phone || "Unnamed customer";
}
