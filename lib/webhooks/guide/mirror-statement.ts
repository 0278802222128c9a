/** Keeps the newest state of each review or message. A test runs it on Postgres. */
export const MIRROR_STATEMENT = `-- create table mirror (id text primary key, revision integer not null, data jsonb not null);

insert into mirror (id, revision, data)
values ($1, $2, $3) -- data.id, data.revision, data
on conflict (id) do update
  set revision = excluded.revision, data = excluded.data
  where mirror.revision < excluded.revision;
`;
