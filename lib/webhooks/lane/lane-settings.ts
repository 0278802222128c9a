import { sql } from "@/lib/db/sql";
import { presentSecrets } from "@/lib/webhooks/lane/present-secrets";

/** A webhook's settings as one statement saw them, with the state of its lease. */
export type LaneSettings = {
  projectId: string;
  url: string;
  isOn: boolean;
  isDeleted: boolean;
  allEventTypes: boolean;
  eventTypes: readonly string[];
  /** Raised by every change of settings, and when waiting deliveries were taken back: what is in memory is then old. */
  configVersion: number;
  /** Raised each time it is switched on. */
  epoch: number;
  /** The lane's; raised when its counters are cleared. */
  episode: number;
  /** False when another run holds the lane by now. */
  isMine: boolean;
  /** Valid `whsec_…` secrets, newest first. */
  secrets: readonly string[];
};

type Row = {
  project_id: string;
  url: string;
  is_on: boolean;
  is_deleted: boolean;
  all_event_types: boolean;
  event_types: string[];
  config_version: number;
  epoch: number;
  episode: number;
  is_mine: boolean;
  secrets: string[];
};

/**
 * Reads what decides whether and how the next requests go out. Null when webhook or lane are gone.
 * @param token of the lease the caller believes to hold
 */
export async function readLaneSettings(webhookId: string, token: string): Promise<LaneSettings | null> {
  const [row] = await sql<Row>(
    `select w.project_id, w.url, w.is_on, w.deleted_at is not null as is_deleted, w.all_event_types, w.event_types,
            w.config_version, w.epoch, l.episode, coalesce(l.token = $2, false) as is_mine,
            array(select s.ciphertext from webhook_secret s
                  where s.webhook_id = w.id and (s.expires_at is null or s.expires_at > now())
                  order by s.created_at desc, s.id desc) as secrets
     from webhook w join lane l on l.webhook_id = w.id
     where w.id = $1`,
    [webhookId, token],
  );
  if (!row) return null;
  return {
    projectId: row.project_id,
    url: row.url,
    isOn: row.is_on,
    isDeleted: row.is_deleted,
    allEventTypes: row.all_event_types,
    eventTypes: row.event_types,
    configVersion: row.config_version,
    epoch: row.epoch,
    episode: row.episode,
    isMine: row.is_mine,
    secrets: presentSecrets(webhookId, row.secrets),
  };
}
