-- A key is unique over all times, which a table in parts by time could not hold.
CREATE TABLE payments (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    environment text NOT NULL,
    key text NOT NULL,
    operation text NOT NULL,
    gateway text NOT NULL,
    state text NOT NULL,
    outcome text,
    order_reference text,
    customer text,
    transaction_reference text,
    original text,
    original_root text,
    method_fingerprint text,
    attempt integer NOT NULL,
    revision bigint NOT NULL,
    is_unpublished integer NOT NULL,
    is_duplicate integer NOT NULL,
    is_reduced integer NOT NULL,
    started_at timestamptz NOT NULL,
    send_by timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    amended_at timestamptz,
    observed_at timestamptz,
    next_check_at timestamptz,
    lease_epoch bigint NOT NULL,
    leased_until timestamptz,
    entry_version integer NOT NULL,
    entry text NOT NULL
);
CREATE UNIQUE INDEX payments_by_key ON payments (key, environment);
CREATE INDEX payments_by_order ON payments (order_reference) WHERE order_reference IS NOT NULL;
CREATE INDEX payments_by_method ON payments (method_fingerprint, started_at) WHERE method_fingerprint IS NOT NULL;
CREATE INDEX payments_by_customer ON payments (customer, started_at) WHERE customer IS NOT NULL;
CREATE INDEX payments_by_transaction ON payments (transaction_reference) WHERE transaction_reference IS NOT NULL;
CREATE INDEX payments_by_original ON payments (original) WHERE original IS NOT NULL;
CREATE INDEX payments_by_original_root ON payments (original_root) WHERE original_root IS NOT NULL;
CREATE INDEX payments_in_doubt ON payments (started_at, id) WHERE state <> 'Closed';
CREATE INDEX payments_unpublished ON payments (started_at, id) WHERE is_unpublished = 1;
CREATE INDEX payments_duplicate ON payments (started_at, id) WHERE is_duplicate = 1;
CREATE INDEX payments_to_check ON payments (gateway, next_check_at, id) WHERE next_check_at IS NOT NULL;
CREATE INDEX payments_to_reduce ON payments (changed_at, id)
    WHERE is_reduced = 0 AND state = 'Closed' AND is_unpublished = 0 AND is_duplicate = 0;
CREATE TABLE guards (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    payment_id bigint NOT NULL REFERENCES payments (id),
    is_shared integer NOT NULL,
    until timestamptz NOT NULL
);
CREATE INDEX guards_by_name ON guards (name, id);
CREATE INDEX guards_by_payment ON guards (payment_id);
CREATE TABLE resolutions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    environment text NOT NULL,
    key text NOT NULL,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    source text NOT NULL,
    from_outcome text,
    to_outcome text NOT NULL,
    who text,
    why text
);
CREATE INDEX resolutions_by_key ON resolutions (key, environment);
