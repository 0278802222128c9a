import type { CustomerForm } from "@/lib/customers/schema";

const person = (firstName: string, lastName: string, rest: Partial<CustomerForm> = {}): CustomerForm => ({
  firstName,
  lastName,
  email:
    `${firstName}.${lastName}`
      .normalize("NFD")
      .replace(/[^\w.]/g, "")
      .toLowerCase() + "@example.com",
  ...rest,
});

/** 24 customers of Riverside Bakery, with the names that break careless screens. */
export const BAKERY_CUSTOMERS: CustomerForm[] = [
  person("Jane", "Doe", { externalId: "C-1001", company: "Doe & Daughters", tags: ["regular"] }),
  person("Amara", "Okafor", { externalId: "C-1002", phone: "+14155550101" }),
  person("Mateo", "García", { externalId: "C-1003", tags: ["catering"] }),
  person("Hannah", "Weiß", { email: "hannah.weiss@example.com" }),
  { firstName: "ليلى", lastName: "الحسيني", email: "leila@example.com", tags: ["regular"] },
  { firstName: "Robin 🥐", lastName: "Park", email: "robin@example.com" },
  person("Wilhelmina-Charlotte Anastasia", "von Hohenberg-Steinfurt zu Niederlangenau", {
    email: "wilhelmina@example.com",
    company: "Niederlangenau Conference Catering and Wholesale Pastry Distribution Cooperative",
  }),
  person("Noah", "Kim", { phone: "+14155550102" }),
  person("Sofia", "Rossi"),
  person("Liam", "O'Connor", { email: "liam.oconnor@example.com" }),
  person("Yuki", "Tanaka", { company: "Tanaka Tea" }),
  person("Priya", "Sharma", { tags: ["catering", "regular"] }),
  person("Oluwaseun", "Adeyemi"),
  person("Emma", "Johansson", { email: "emma.johansson@example.com" }),
  person("Lucas", "Silva", { phone: "+14155550103" }),
  person("Chloé", "Dubois", { email: "chloe.dubois@example.com" }),
  person("Ivan", "Petrov"),
  person("Mia", "Nguyen", { tags: ["regular"] }),
  person("Elias", "Haddad"),
  person("Grace", "Mbeki", { company: "Harbour Hotel" }),
  person("Tom", "Baker", { phone: "+14155550104" }),
  person("Zoë", "Visser", { email: "zoe.visser@example.com" }),
  person("Daniel", "Cohen"),
  person("Ana", "Marković", { email: "ana.markovic@example.com" }),
];
