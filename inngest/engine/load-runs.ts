import type { Query, Statement } from "./database";
import type { EngineEvent } from "./event-payload";
import type { MemoisedStep, RunState } from "./leased-job";

const LOAD: Statement = {
  name: "engine_load_runs",
  text: `
select r.id, r.event, r.pending > 0 as is_group, coalesce(
    (select json_agg(json_build_object('id', s.id, 'value', s.value) order by s.position)
     from engine_step s where s.run_id = r.id), '[]') as steps
from engine_run r where r.id = any ($1::bigint[])`,
};

type Row = { id: string; event: EngineEvent; is_group: boolean; steps: MemoisedStep[] };

/**
 * Reads runs by their ids. Only for runs whose jobs were leased by an earlier statement:
 * then nobody else can still add a step, and what is read here is all there is.
 */
export async function loadRuns(query: Query, runIds: string[]): Promise<Map<string, RunState>> {
  const rows = await query<Row>(LOAD, [runIds]);
  return new Map(rows.map(({ id, event, is_group, steps }) => [id, { event, steps, isGroup: is_group }]));
}
