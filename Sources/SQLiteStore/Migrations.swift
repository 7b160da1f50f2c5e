/// The shape of the store, step by step: a step that has shipped is never changed, only followed by another.
enum Migrations {
    static let all: [(name: String, sql: String)] = [
        ("1", one), ("2", two), ("3", three), ("4", four), ("5", five),
    ]

    private static let one = """
        CREATE TABLE store (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            id BLOB NOT NULL CHECK (length(id) = 16),
            made INTEGER NOT NULL,
            is_demonstration INTEGER NOT NULL CHECK (is_demonstration IN (0, 1)),
            restored INTEGER,
            key_check BLOB NOT NULL CHECK (length(key_check) = 16),
            wrapped_account_key BLOB NOT NULL,
            wrapped_lookup_key BLOB NOT NULL
        ) STRICT;

        CREATE TABLE partnership (
            id INTEGER PRIMARY KEY,
            sealed_name BLOB NOT NULL,
            wrapped_key BLOB NOT NULL,
            wrapped_search_key BLOB NOT NULL,
            acts INTEGER NOT NULL CHECK (acts >= 0),
            head BLOB NOT NULL CHECK (length(head) = 32),
            signed INTEGER NOT NULL,
            signature BLOB NOT NULL,
            looks INTEGER NOT NULL CHECK (looks >= 0),
            look_head BLOB NOT NULL CHECK (length(look_head) = 32)
        ) STRICT;

        CREATE TABLE stream (
            partnership INTEGER NOT NULL REFERENCES partnership (id),
            number INTEGER NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 0),
            chain BLOB NOT NULL CHECK (length(chain) = 32),
            generation INTEGER NOT NULL CHECK (generation >= 1),
            PRIMARY KEY (partnership, number)
        ) STRICT, WITHOUT ROWID;

        CREATE UNIQUE INDEX stream_of_case ON stream (number) WHERE number >= 0;

        CREATE TABLE stream_key (
            partnership INTEGER NOT NULL,
            stream INTEGER NOT NULL,
            generation INTEGER NOT NULL CHECK (generation >= 1),
            wrapped BLOB NOT NULL,
            PRIMARY KEY (partnership, stream, generation)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE event (
            partnership INTEGER NOT NULL,
            stream INTEGER NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            recorded INTEGER NOT NULL,
            actor INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            act INTEGER NOT NULL CHECK (act >= 1),
            commitment BLOB NOT NULL CHECK (length(commitment) = 32),
            chain BLOB NOT NULL CHECK (length(chain) = 32),
            sealed BLOB NOT NULL,
            PRIMARY KEY (partnership, stream, version),
            FOREIGN KEY (partnership, stream) REFERENCES stream (partnership, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE case_summary (
            partnership INTEGER NOT NULL,
            reference INTEGER NOT NULL CHECK (reference >= 0),
            version INTEGER NOT NULL,
            stage TEXT NOT NULL,
            route TEXT NOT NULL,
            next_due INTEGER NOT NULL,
            is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
            recorded INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            terms BLOB NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (partnership, reference),
            FOREIGN KEY (partnership, reference) REFERENCES stream (partnership, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE case_member (
            partnership INTEGER NOT NULL,
            person INTEGER NOT NULL,
            is_open INTEGER NOT NULL,
            next_due INTEGER NOT NULL,
            reference INTEGER NOT NULL,
            from_day INTEGER NOT NULL,
            until_day INTEGER NOT NULL,
            PRIMARY KEY (partnership, person, is_open, next_due, reference)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX case_member_of_case ON case_member (partnership, reference, person);

        CREATE TABLE due_item (
            partnership INTEGER NOT NULL,
            reference INTEGER NOT NULL,
            line INTEGER NOT NULL,
            step TEXT NOT NULL,
            due INTEGER,
            done INTEGER,
            person INTEGER,
            calendar_version INTEGER NOT NULL,
            PRIMARY KEY (partnership, reference, line)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX due_item_undone ON due_item (partnership, due, reference, line)
            WHERE done IS NULL AND due IS NOT NULL;

        CREATE TABLE search_token (
            partnership INTEGER NOT NULL,
            token BLOB NOT NULL CHECK (length(token) = 16),
            reference INTEGER NOT NULL,
            rank INTEGER NOT NULL,
            PRIMARY KEY (partnership, token, reference)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX search_token_of_case ON search_token (partnership, reference);

        CREATE TABLE outbox (
            partnership INTEGER NOT NULL,
            key BLOB NOT NULL CHECK (length(key) = 16),
            not_before INTEGER NOT NULL,
            sent INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0,
            sealed BLOB NOT NULL,
            PRIMARY KEY (partnership, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE draft (
            partnership INTEGER NOT NULL,
            reference INTEGER NOT NULL,
            document INTEGER NOT NULL,
            section TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            sealed BLOB NOT NULL,
            PRIMARY KEY (partnership, reference, document, section)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE file (
            partnership INTEGER NOT NULL,
            reference INTEGER NOT NULL,
            document INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            begun INTEGER NOT NULL,
            chunks INTEGER NOT NULL CHECK (chunks >= 0),
            size INTEGER NOT NULL CHECK (size >= 0),
            is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
            is_adopted INTEGER NOT NULL CHECK (is_adopted IN (0, 1)),
            PRIMARY KEY (partnership, reference, document),
            FOREIGN KEY (partnership, reference) REFERENCES stream (partnership, number)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX file_not_adopted ON file (begun) WHERE is_adopted = 0;

        CREATE TABLE file_chunk (
            partnership INTEGER NOT NULL,
            reference INTEGER NOT NULL,
            document INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 0),
            sealed BLOB NOT NULL,
            PRIMARY KEY (partnership, reference, document, number),
            FOREIGN KEY (partnership, reference, document)
                REFERENCES file (partnership, reference, document) ON DELETE CASCADE
        ) STRICT;

        CREATE TABLE look (
            partnership INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            recorded INTEGER NOT NULL,
            person INTEGER NOT NULL,
            reference INTEGER NOT NULL,
            chain BLOB NOT NULL CHECK (length(chain) = 32),
            sealed BLOB NOT NULL,
            PRIMARY KEY (partnership, number)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX look_at_case ON look (partnership, reference, number);
        CREATE INDEX look_of_person ON look (partnership, person, number);

        CREATE TABLE edition (
            hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
            bytes BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE account (
            person INTEGER PRIMARY KEY,
            email BLOB NOT NULL UNIQUE CHECK (length(email) = 16),
            version INTEGER NOT NULL CHECK (version >= 1),
            sealed BLOB NOT NULL
        ) STRICT;

        CREATE TABLE session (
            token BLOB PRIMARY KEY CHECK (length(token) = 32),
            person INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            sealed BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX session_of_person ON session (person);

        CREATE TABLE invitation (
            token BLOB PRIMARY KEY CHECK (length(token) = 32),
            person INTEGER NOT NULL,
            ends INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE throttle (
            name BLOB PRIMARY KEY CHECK (length(name) = 32),
            touched INTEGER NOT NULL,
            attempts BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// How far the clock of a demonstration is ahead, in milliseconds.
    private static let two = """
        ALTER TABLE store ADD COLUMN clock_ahead INTEGER NOT NULL DEFAULT 0
            CHECK (clock_ahead >= 0);
        """

    /// Referrals that somebody writes, reads or has sent; a reviewer of -1 is nobody.
    private static let three = """
        CREATE TABLE referral (
            partnership INTEGER NOT NULL REFERENCES partnership (id),
            reference INTEGER NOT NULL CHECK (reference >= 0),
            author INTEGER NOT NULL,
            reviewer INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            version INTEGER NOT NULL CHECK (version >= 1),
            sealed BLOB NOT NULL,
            PRIMARY KEY (partnership, reference)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX referral_by ON referral (partnership, author, changed);
        CREATE INDEX referral_to_read ON referral (partnership, reviewer, changed);
        """

    /// What becomes of messages; the states are those of `QueuedMessage.State`.
    private static let four = """
        ALTER TABLE outbox ADD COLUMN state INTEGER NOT NULL DEFAULT 0
            CHECK (state BETWEEN 0 AND 5);
        ALTER TABLE outbox ADD COLUMN next_try INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN lease INTEGER CHECK ((lease IS NULL) = (state <> 1));
        ALTER TABLE outbox ADD COLUMN generation INTEGER NOT NULL DEFAULT 0
            CHECK (generation >= 0);
        ALTER TABLE outbox ADD COLUMN first_tried INTEGER;
        ALTER TABLE outbox ADD COLUMN settled INTEGER;
        ALTER TABLE outbox ADD COLUMN fault TEXT;
        ALTER TABLE outbox ADD COLUMN is_told INTEGER NOT NULL DEFAULT 1
            CHECK (is_told IN (0, 1));
        ALTER TABLE outbox ADD COLUMN sealed_about BLOB NOT NULL DEFAULT x'';
        UPDATE outbox SET next_try = not_before;

        CREATE INDEX outbox_due ON outbox (next_try, partnership, key) WHERE state IN (0, 5);
        CREATE INDEX outbox_leased ON outbox (lease) WHERE state = 1;
        CREATE INDEX outbox_untold ON outbox (settled, partnership, key) WHERE is_told = 0;
        """

    /// Ways in to requests, by the hash of a token; what is kept of each seat; and who came in by one.
    private static let five = """
        CREATE TABLE seat_link (
            token BLOB PRIMARY KEY CHECK (length(token) = 32),
            partnership INTEGER NOT NULL REFERENCES partnership (id),
            reference INTEGER NOT NULL CHECK (reference >= 0),
            request INTEGER NOT NULL CHECK (request >= 0),
            seat INTEGER NOT NULL CHECK (seat >= 0),
            made INTEGER NOT NULL,
            sealed BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE seat_state (
            partnership INTEGER NOT NULL REFERENCES partnership (id),
            reference INTEGER NOT NULL CHECK (reference >= 0),
            seat INTEGER NOT NULL CHECK (seat >= 0),
            version INTEGER NOT NULL CHECK (version >= 1),
            sealed BLOB NOT NULL,
            PRIMARY KEY (partnership, reference, seat)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE seat_session (
            token BLOB PRIMARY KEY CHECK (length(token) = 32),
            partnership INTEGER NOT NULL REFERENCES partnership (id),
            reference INTEGER NOT NULL CHECK (reference >= 0),
            seat INTEGER NOT NULL CHECK (seat >= 0),
            ends INTEGER NOT NULL,
            sealed BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX seat_session_of_seat ON seat_session (partnership, reference, seat);
        """
}
