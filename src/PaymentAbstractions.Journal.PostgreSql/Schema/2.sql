CREATE INDEX payments_by_start ON payments (started_at, id);
