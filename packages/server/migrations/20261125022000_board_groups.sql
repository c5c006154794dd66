-- What is resolved and waits to be closed may pile up by the thousand: a board reads of it only what was resolved last, and
-- what is to be worked by priority and lateness.
DROP INDEX incident_board;
CREATE INDEX incident_board ON incident (room_id, priority, due_at)
  WHERE status IN ('scheduled','open','dispatched','on_scene','on_hold');
CREATE INDEX incident_to_close ON incident (room_id, resolved_at DESC NULLS LAST) WHERE status = 'resolved';
