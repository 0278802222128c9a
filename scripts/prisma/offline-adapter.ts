import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";

/**
 * Stands in for a database when two schema files are compared. The schema engine asks any connection for the
 * server's version as it starts; this answers that one question with the version we ship and refuses every other.
 */
export const offlineAdapterFactory: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "starwire-offline",
  connect: () => Promise.resolve(offlineAdapter),
  connectToShadowDb: refuse,
};

const offlineAdapter: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "starwire-offline",
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  queryRaw: (query) => {
    if (!query.sql.includes("version()")) return refuse();
    return Promise.resolve({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 18.4", 180_004]],
    });
  },
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  dispose: () => Promise.resolve(),
};

function refuse(): Promise<never> {
  return Promise.reject(new Error("This command compares files only and has no database."));
}
