/** The one superuser of an embedded cluster. */
export const postgresUser = "starwire";
