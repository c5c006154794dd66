-- What is resolved stands on the board until it is closed with its disposition.
DROP INDEX incident_board;
CREATE INDEX incident_board ON incident (room_id, due_at)
  WHERE status IN ('scheduled','open','dispatched','on_scene','on_hold','resolved');
