-- The two indexes by class of the last answer name the event type as well, so that asking for both reads a page's rows alone.
drop index delivery_webhook_code_idx;
drop index delivery_project_code_idx;
create index delivery_webhook_code_idx
  on delivery (webhook_id, (coalesce(last_status / 100, 0)), status, event_type, created_at, id)
  where attempts > 0 and status <> 'delivered';
create index delivery_project_code_idx
  on delivery (project_id, (coalesce(last_status, 0) / 100), status, event_type, created_at, id)
  where attempts > 0 and status <> 'delivered';
