"use server";

import { projectAction } from "@/lib/actions/project-action";
import { eraseCustomer } from "@/lib/customers/commands/erase-customer";
import { addCustomer, editCustomer } from "@/lib/customers/commands/save-customer";
import { listCustomers } from "@/lib/customers/queries";
import { customerId, customerInput, customerListInput, editCustomerInput } from "@/lib/customers/schema";

export const listCustomersAction = projectAction(
  { permission: "read", input: customerListInput },
  listCustomers,
);

export const addCustomerAction = projectAction(
  { permission: "edit_customers", input: customerInput },
  addCustomer,
);

export const editCustomerAction = projectAction(
  { permission: "edit_customers", input: editCustomerInput },
  (access, input) => editCustomer(access, input.id, input.customer),
);

export const eraseCustomerAction = projectAction(
  { permission: "erase_customers", input: customerId },
  (access, { id }) => eraseCustomer(access, id),
);
