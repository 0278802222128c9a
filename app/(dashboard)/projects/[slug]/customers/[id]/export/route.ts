import { requireAccess } from "@/lib/auth/session";
import { exportCustomer } from "@/lib/customers/export-customer";
import { AppError } from "@/lib/errors";
import { paths } from "@/lib/paths";

type Context = { params: Promise<{ slug: string; id: string }> };

/** Everything about one customer as a file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, id } = await params;
  try {
    const access = await requireAccess(slug, "edit_customers");
    const data = await exportCustomer(access, id);
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="customer-${data.customer.id}.json"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "signed_out") {
      const location = paths.signIn(paths.customer(slug, id));
      return new Response(null, { status: 307, headers: { location } });
    }
    return new Response(error.message, { status: error.status });
  }
}
