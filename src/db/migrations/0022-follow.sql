-- Watching: who follows what by e-mail, the mail that waits to be sent, and how far each daily job has come.
-- Nothing here is public. Sending has a login of its own, schakel_worker, which reads what a mail needs and marks it sent.

create table council.follower (
  municipality text not null references council.municipality,
  id uuid not null default gen_random_uuid(),
  address_key bytea not null check (length(address_key) = 32),
  address_sealed bytea not null,
  language text not null check (language in ('nl', 'en')),
  token_hash bytea not null check (length(token_hash) = 32),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  told_until date not null,
  primary key (municipality, id),
  unique (municipality, address_key),
  unique (municipality, token_hash)
);
comment on table council.follower is 'Desk. Someone who asked to be told by e-mail. Removed wholly when they stop.';
comment on column council.follower.address_key is 'Keyed hash of the address, to find it again; the key is not in the database.';
comment on column council.follower.address_sealed is 'The address, encrypted with a key that is not in the database.';
comment on column council.follower.token_hash is 'SHA-256 of the token in their mail, with which they see and stop what they follow.';
comment on column council.follower.confirmed_at is 'When somebody with access to the mailbox first confirmed; empty: no mail but the question to confirm.';
comment on column council.follower.told_until is 'Weekly mail has told what happened before this day.';

create table council.follow (
  municipality text not null,
  id integer generated always as identity,
  follower_id uuid not null,
  kind text not null check (kind in ('motion', 'party', 'domain')),
  motion_id integer,
  party_id integer,
  domain text check (domain in ('housing', 'training', 'work', 'debt', 'health', 'safety', 'network', 'legal', 'other')),
  token_hash bytea not null check (length(token_hash) = 32),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (municipality, id),
  unique nulls not distinct (municipality, follower_id, motion_id, party_id, domain),
  unique (municipality, token_hash),
  foreign key (municipality, follower_id) references council.follower on delete cascade,
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, party_id) references council.party,
  check ((kind = 'motion') = (motion_id is not null)),
  check ((kind = 'party') = (party_id is not null)),
  check ((kind = 'domain') = (domain is not null))
);
create index follow_motion on council.follow (municipality, motion_id);
comment on table council.follow is 'Desk. One thing that a follower follows: a motion, all of a party, or all of a domain.';
comment on column council.follow.token_hash is 'SHA-256 of the token that confirms it.';
comment on column council.follow.confirmed_at is 'Empty until confirmed from the mailbox; then it is removed after some days.';

create table council.watcher (
  municipality text not null references council.municipality,
  account_id uuid not null,
  digest boolean not null default true,
  token_hash bytea check (length(token_hash) = 32),
  told_until date not null,
  primary key (municipality, account_id),
  unique (municipality, token_hash)
);
comment on table council.watcher is 'Desk. The weekly mail of a councillor about the motions that they submitted, and whether they want it.';
comment on column council.watcher.token_hash is 'SHA-256 of the token in that mail, with which it can be switched off; empty until the first mail.';

create table council.mail (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  natural_key text not null check (natural_key <> ''),
  kind text not null check (kind in ('confirm', 'known', 'digest', 'reopened', 'reminder')),
  follower_id uuid,
  account_id uuid,
  language text not null check (language in ('nl', 'en')),
  facts jsonb not null,
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'given-up')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  claim uuid,
  claimed_until timestamptz,
  sent_at timestamptz,
  error_code text,
  primary key (municipality, id),
  unique (municipality, natural_key),
  foreign key (municipality, follower_id) references council.follower on delete cascade,
  check ((follower_id is null) <> (account_id is null)),
  check ((state = 'sending') = (claim is not null)),
  check ((state = 'sending') = (claimed_until is not null)),
  check ((state = 'sent') = (sent_at is not null)),
  check (state not in ('failed', 'given-up') or error_code is not null)
);
create index mail_waiting on council.mail (municipality, next_at) where state in ('waiting', 'sending');
create index mail_follower on council.mail (municipality, follower_id);
comment on table council.mail is 'Desk. Mail that an effect of the program made, in the same transaction as that effect; without addresses and without tokens.';
comment on column council.mail.natural_key is 'What it tells whom, about which day: the same effect makes it once.';
comment on column council.mail.facts is 'Public facts that it tells; its sentences are made when it is sent.';
comment on column council.mail.claimed_until is 'Until when whoever is sending it may be believed; later somebody else sends it again, under the same Message-ID.';
comment on column council.mail.state is 'failed: refused for good by the receiving side; given-up: could not be delivered for days.';
comment on column council.mail.error_code is 'Code of the answer, never its text: that may hold an address.';

create table council.watch_day (
  municipality text not null references council.municipality,
  job text not null,
  done_until date not null,
  primary key (municipality, job)
);
comment on table council.watch_day is 'Desk. Up to and including which day a daily job has had its effects.';

create index matter_history_moved on council.matter_history (municipality, moved_at);
create index commitment_history_moved on council.commitment_history (municipality, moved_at);

do $$
declare
  t text;
begin
  foreach t in array array['follower', 'follow', 'watcher', 'mail', 'watch_day'] loop
    execute format('alter table council.%I enable row level security', t);
    execute format('alter table council.%I force row level security', t);
    execute format('grant select, insert, update on council.%I to schakel_desk', t);
    execute format(
      'create policy desk on council.%I to schakel_desk using (municipality = council.current_municipality()) with check (municipality = council.current_municipality())',
      t);
  end loop;
end
$$;
grant delete on council.follower, council.follow, council.mail to schakel_desk;

-- Who sends: the waiting mail of one municipality, to whom it goes, and nothing else.
grant usage on schema council to schakel_worker;
grant execute on function council.current_municipality() to schakel_worker;
grant select on council.mail, council.follower to schakel_worker;
grant update (state, attempts, next_at, claim, claimed_until, sent_at, error_code) on council.mail to schakel_worker;
create policy sender on council.mail to schakel_worker
  using (municipality = council.current_municipality()) with check (municipality = council.current_municipality());
create policy sender on council.follower for select to schakel_worker
  using (municipality = council.current_municipality());

-- Of a registered document only drafts older than its last one may go.
drop policy unregistered on council.document_draft;
create policy unneeded on council.document_draft as restrictive for delete to schakel_desk
  using (council.is_unregistered(municipality, document_id)
    or exists (
      select from council.document document
      where document.municipality = document_draft.municipality and document.id = document_draft.document_id
        and document_draft.version < document.review_version));
