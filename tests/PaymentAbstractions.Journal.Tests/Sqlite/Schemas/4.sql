PRAGMA application_id = 1346459978;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE guards (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    payment_id INTEGER NOT NULL REFERENCES payments (id),
    is_shared INTEGER NOT NULL,
    until TEXT NOT NULL
) STRICT;
CREATE TABLE payments (
    id INTEGER PRIMARY KEY,
    environment TEXT NOT NULL,
    key TEXT NOT NULL,
    operation TEXT NOT NULL,
    gateway TEXT NOT NULL,
    state TEXT NOT NULL,
    outcome TEXT,
    order_reference TEXT,
    customer TEXT,
    transaction_reference TEXT,
    original TEXT,
    original_root TEXT,
    method_fingerprint TEXT,
    attempt INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    is_unpublished INTEGER NOT NULL,
    is_duplicate INTEGER NOT NULL,
    is_reduced INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    send_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    amended_at TEXT,
    observed_at TEXT,
    next_check_at TEXT,
    lease_epoch INTEGER NOT NULL DEFAULT 0,
    leased_until TEXT,
    entry_version INTEGER NOT NULL,
    entry TEXT NOT NULL
) STRICT;
INSERT INTO "payments" VALUES(1,'Live','key-first','Sale','cards_eu','Closed','Approved','order-first',NULL,'38707c2fc29b0102:txn-key-first',NULL,NULL,'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=',1,1,0,0,0,'2026-11-27T08:22:37.4520717Z','2026-11-27T08:23:07.4520717Z','2026-11-27T08:22:38.7537422Z',NULL,NULL,'2026-11-27T09:22:37.4520717Z',0,NULL,1,'{"Intent":{"IdempotencyKey":"key-first","Environment":"Live","Operation":"Sale","Gateway":"cards_eu","Account":"38707c2fc29b0102","StartedAt":"2026-11-27T08:22:37.4520717+00:00","SendBy":"2026-11-27T08:23:07.4520717+00:00","Amount":"49.90 EUR","OrderReference":"order-first","MethodFingerprint":"q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=","Guards":[],"ReadsFirst":false,"HoldGuardsFor":"00:00:00","AdditionalPayment":false,"MultiCapture":false},"Attempt":1,"FirstStartedAt":"2026-11-27T08:22:37.4520717+00:00","Resends":0,"IsSentAgain":false,"Outcome":{"Result":{"Outcome":"Approved","Operation":"Sale","Reason":"None","Gateway":"cards_eu","Transaction":"cards_eu:38707c2fc29b0102:txn-key-first","IdempotencyKey":"key-first","RequestedAmount":"49.90 EUR","ApprovedAmount":"49.90 EUR","IsRefundInDoubt":false,"RetryCategory":"None","Provider":{},"Verification":{"Avs":null,"Cvv":null},"PaymentMethod":{"Kind":"None","Brand":null,"Funding":"Unknown","Wallet":null},"CommercialData":{"PassedThrough":false,"DroppedFields":[]},"NotRecorded":false,"Problems":[]}},"RecordedAt":"2026-11-27T08:22:38.7537422+00:00","NextCheckAt":"2026-11-27T09:22:37.4520717+00:00","Revision":1,"PublishedRevision":1,"EarlierAttempts":[],"Revisions":[],"IsAuthorizationClosed":false,"IsTombstone":false}');
CREATE TABLE resolutions (
    id INTEGER PRIMARY KEY,
    environment TEXT NOT NULL,
    key TEXT NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    source TEXT NOT NULL,
    from_outcome TEXT,
    to_outcome TEXT NOT NULL,
    who TEXT,
    why TEXT
) STRICT;
CREATE TABLE schema_versions (version INTEGER NOT NULL PRIMARY KEY, applied_at TEXT NOT NULL);
INSERT INTO "schema_versions" VALUES(1,'2026-11-27T08:22:37.4249888+00:00');
INSERT INTO "schema_versions" VALUES(2,'2026-11-27T08:22:37.4279499+00:00');
INSERT INTO "schema_versions" VALUES(3,'2026-11-27T21:22:37.4279499+00:00');
INSERT INTO "schema_versions" VALUES(4,'2026-11-28T12:00:37.4279499+00:00');
CREATE UNIQUE INDEX payments_by_key ON payments (key, environment);
CREATE INDEX payments_by_order ON payments (order_reference) WHERE order_reference IS NOT NULL;
CREATE INDEX payments_by_customer ON payments (customer, started_at) WHERE customer IS NOT NULL;
CREATE INDEX payments_by_transaction ON payments (transaction_reference) WHERE transaction_reference IS NOT NULL;
CREATE INDEX payments_by_original ON payments (original) WHERE original IS NOT NULL;
CREATE INDEX payments_by_original_root ON payments (original_root) WHERE original_root IS NOT NULL;
CREATE INDEX payments_in_doubt ON payments (started_at, id) WHERE state <> 'Closed';
CREATE INDEX payments_unpublished ON payments (started_at, id) WHERE is_unpublished = 1;
CREATE INDEX payments_duplicate ON payments (started_at, id) WHERE is_duplicate = 1;
CREATE INDEX payments_to_reduce ON payments (changed_at, id)
    WHERE is_reduced = 0 AND state = 'Closed' AND is_unpublished = 0 AND is_duplicate = 0;
CREATE INDEX guards_by_name ON guards (name, id);
CREATE INDEX guards_by_payment ON guards (payment_id);
CREATE INDEX resolutions_by_key ON resolutions (key, environment);
CREATE INDEX payments_to_check ON payments (gateway, next_check_at, id) WHERE next_check_at IS NOT NULL;
CREATE INDEX payments_by_method ON payments (method_fingerprint, started_at) WHERE method_fingerprint IS NOT NULL;
CREATE INDEX payments_by_start ON payments (started_at, id);
COMMIT;
