"use server";

import { projectAction } from "@/lib/actions/project-action";
import { eraseCustomer } from "@/lib/customers/commands/erase-customer";
import { setSubscription } from "@/lib/customers/commands/set-subscription";
import { addCustomer, editCustomer } from "@/lib/customers/commands/save-customer";
import { getCustomer, listCustomers } from "@/lib/customers/queries";
import {
  customerId,
  customerInput,
  customerListInput,
  editCustomerInput,
  subscriptionInput,
} from "@/lib/customers/schema";

export const listCustomersAction = projectAction(
  { permission: "read", input: customerListInput },
  listCustomers,
);

export const getCustomerAction = projectAction({ permission: "read", input: customerId }, (access, { id }) =>
  getCustomer(access, id),
);

export const addCustomerAction = projectAction(
  { permission: "edit_customers", input: customerInput },
  addCustomer,
);

export const editCustomerAction = projectAction(
  { permission: "edit_customers", input: editCustomerInput },
  (access, input) => editCustomer(access, input.id, input.customer),
);

export const setSubscriptionAction = projectAction(
  { permission: "edit_customers", input: subscriptionInput },
  setSubscription,
);

export const eraseCustomerAction = projectAction(
  { permission: "erase_customers", input: customerId },
  (access, { id }) => eraseCustomer(access, id),
);
