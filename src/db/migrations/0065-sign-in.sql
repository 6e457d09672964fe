-- The ways to sign in: the card of the person whose case it is, passkeys, a provider; and what keeps them from being guessed.

create table gate.card (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references gate.account,
  code_index bytea not null unique check (length(code_index) = 32),
  given_by uuid not null references gate.account,
  given_at timestamptz not null,
  use_before timestamptz not null,
  chosen_at timestamptz,
  salt bytea check (length(salt) = 16),
  pin_hash bytea check (length(pin_hash) = 32),
  misses smallint not null default 0 check (misses between 0 and 5),
  ended_at timestamptz,
  ended_by uuid references gate.account,
  check ((chosen_at is null) = (pin_hash is null)),
  check ((salt is null) = (pin_hash is null)),
  check (use_before > given_at)
);
comment on table gate.card is 'An invitation card: whoever holds it and knows the PIN that she chose, signs in as her. After five misses it is locked.';
comment on column gate.card.code_index is 'Keyed hash of the code; the code itself is shown once and kept nowhere.';
comment on column gate.card.use_before is 'Until when a PIN can be chosen. After that it is as if there were no card.';
comment on column gate.card.pin_hash is 'Argon2id over the PIN, with a pepper that is not in this database.';
create unique index card_of_account on gate.card (account_id) where ended_at is null;

create table gate.tally (
  what text not null check (what in ('card', 'passkey', 'invitation', 'provider')),
  who bytea not null check (length(who) = 32),
  span timestamptz not null,
  count integer not null check (count > 0),
  primary key (what, who, span)
);
comment on table gate.tally is 'How often something that can be guessed was tried from one network, in a span of time. Kept for a day.';
comment on column gate.tally.who is 'Keyed hash of the network.';

create table gate.invitation (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references gate.account,
  code_hash bytea not null unique check (length(code_hash) = 32),
  because text not null check (because in ('enrolment', 'recovery')),
  made_by uuid references gate.account,
  made_at timestamptz not null,
  use_before timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  check (made_by <> account_id)
);
comment on table gate.invitation is 'A single use: whoever holds its code adds a passkey to the account.';
comment on column gate.invitation.made_by is 'Null: the command line.';
create unique index invitation_open on gate.invitation (account_id) where used_at is null and ended_at is null;

create table gate.passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references gate.account,
  rp_id text not null,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  synced boolean not null,
  backed_up boolean not null,
  device text,
  added_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references gate.account
);
comment on table gate.passkey is 'The public half of a passkey (WebAuthn). Somebody may have several.';
comment on column gate.passkey.rp_id is 'The host that it was made for; it signs in nowhere else.';
comment on column gate.passkey.synced is 'Whether it may be copied to other devices of the same person.';
create index passkey_by_account on gate.passkey (account_id);

create table gate.recovery (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references gate.account,
  asked_by uuid not null references gate.account,
  asked_at timestamptz not null,
  use_before timestamptz not null,
  approved_by uuid references gate.account,
  approved_at timestamptz,
  ended_at timestamptz,
  check (asked_by <> account_id),
  check (approved_by <> account_id),
  check (approved_by <> asked_by),
  check ((approved_by is null) = (approved_at is null))
);
comment on table gate.recovery is 'Somebody lost what they sign in with: two others each say that it is them, and a new invitation is made.';
create unique index recovery_open on gate.recovery (account_id) where approved_at is null and ended_at is null;

create table gate.handshake (
  token_hash bytea primary key check (length(token_hash) = 32),
  what text not null check (what in ('passkey', 'enrolment', 'provider')),
  challenge text not null,
  nonce text,
  verifier text,
  invitation_id uuid references gate.invitation,
  account_id uuid references gate.account,
  expires_at timestamptz not null
);
comment on table gate.handshake is 'A sign-in that was begun in one browser and not finished: gone when it is, or after some minutes.';
comment on column gate.handshake.challenge is 'What a passkey must sign, or the state that a provider brings back.';

create table gate.provider_logout (
  issuer text not null,
  jti text not null,
  expires_at timestamptz not null,
  primary key (issuer, jti)
);
comment on table gate.provider_logout is 'Tokens with which a provider ended sessions, so that none counts twice.';

alter table gate.role add check (proposed_by <> account_id);
alter table gate.role add check (proposed_by is null or approved_at is null or approved_by is not null);

create function gate.four_eyes() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  me uuid := gate.actor();
begin
  -- Nobody acts: the command line, or the claims of a provider.
  if me is null then return new; end if;
  if not gate.holds(array['administrator']) or new.account_id = me
    or not exists (select from gate.account where id = new.account_id and municipality = gate.municipality() and kind = 'staff') then
    raise exception 'roles are given by administrators, to others, of the same municipality' using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' and (new.proposed_by is distinct from me or new.approved_at is not null) then
    raise exception 'a role is proposed in one''s own name, and approved by another' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and new.approved_at is distinct from old.approved_at and new.approved_by is distinct from me then
    raise exception 'a role is approved in one''s own name' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function gate.four_eyes is 'One administrator proposes a role, another approves it, and nobody for themselves.';
create trigger four_eyes before insert or update on gate.role for each row execute function gate.four_eyes();

grant create on schema gate to schakel_guard;

create function gate.part_in(wanted bigint) returns text language sql stable security definer set search_path = '' as $$
  select relation.part from reintegration.care_relation relation
  where relation.trajectory_id = wanted and relation.account_id = gate.actor()
    and wanted = any(reintegration.reach())
    and relation.from_at <= meta.clock() and (relation.until_at is null or relation.until_at > meta.clock())
  order by relation.part limit 1
$$;
comment on function gate.part_in is 'Which part the actor has in her care, of a case within reach; null without one.';

create function gate.end_access(wanted bigint, because text default 'ended-by-team') returns integer
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := gate.actor();
  ended integer;
begin
  if gate.part_in(wanted) is null then return null; end if;
  update gate.card card set ended_at = meta.clock(), ended_by = me
  from gate.account account
  where account.trajectory_id = wanted and card.account_id = account.id and card.ended_at is null;
  update gate.session session set ended_at = meta.clock(), ended_because = because
  from gate.account account
  where account.trajectory_id = wanted and session.account_id = account.id and session.ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end
$$;
comment on function gate.end_access is 'Ends her card and all her sessions at once, for whoever works with her; null when that is not the actor.';

create function gate.give_card(wanted bigint, fresh bytea) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := gate.actor();
  holder uuid;
  card_id uuid;
begin
  if coalesce(gate.part_in(wanted) not in ('coordinator', 'substitute'), true) then return null; end if;
  perform pg_advisory_xact_lock(7236065, wanted::integer);
  select id into holder from gate.account where trajectory_id = wanted and ended_at is null;
  if holder is null then
    insert into gate.account (municipality, kind, trajectory_id) values (gate.municipality(), 'survivor', wanted) returning id into holder;
  end if;
  perform gate.end_access(wanted, 'new-card');
  insert into gate.card (account_id, code_index, given_by, given_at, use_before)
  values (holder, fresh, me, meta.clock(), meta.clock() + interval '14 days') returning id into card_id;
  return card_id;
end
$$;
comment on function gate.give_card is 'Makes a card for her, and her account, without a name, when she has none yet. What she had before ends.';

create function gate.unlock_card(wanted bigint) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  card_id uuid;
begin
  if coalesce(gate.part_in(wanted) not in ('coordinator', 'substitute'), true) then return null; end if;
  update gate.card card set misses = 0
  from gate.account account
  where account.trajectory_id = wanted and card.account_id = account.id and card.ended_at is null and card.misses >= 5
  returning card.id into card_id;
  return card_id;
end
$$;
comment on function gate.unlock_card is 'Lets a locked card be used again, for whoever coordinates her care; null when there was nothing to unlock.';

create function gate.card_of(wanted bigint)
returns table (given_at timestamptz, use_before timestamptz, chosen boolean, locked boolean, lapsed boolean, sessions integer, last_seen timestamptz)
language sql stable security definer set search_path = '' as $$
  select card.given_at, card.use_before, card.chosen_at is not null, card.misses >= 5,
    card.chosen_at is null and card.use_before <= meta.clock(), live.count, live.last_seen
  from gate.account account
  left join gate.card card on card.account_id = account.id and card.ended_at is null
  cross join lateral (
    select count(*)::integer as count, max(session.seen_at) as last_seen from gate.session session
    where session.account_id = account.id and session.ended_at is null and session.expires_at > meta.clock()
      and session.seen_at + session.idle > meta.clock()
  ) live
  where account.trajectory_id = wanted and account.ended_at is null and wanted = any(reintegration.reach())
$$;
comment on function gate.card_of is 'How her card stands and how many sessions she has open, for whoever reaches the case.';

create policy guard_gives on gate.account for insert to schakel_guard with check (kind = 'survivor');
grant insert on gate.account, gate.card to schakel_guard;
grant select on gate.card to schakel_guard;
grant update (misses, ended_at, ended_by) on gate.card to schakel_guard;
grant update (ended_at, ended_because) on gate.session to schakel_guard;

grant select, update (chosen_at, salt, pin_hash, misses) on gate.card to schakel_gate;
grant select, insert, update, delete on gate.tally to schakel_gate;
grant select, insert, update (used_at, ended_at) on gate.invitation to schakel_gate;
grant select, insert, update (counter, backed_up, used_at, ended_at, ended_by) on gate.passkey to schakel_gate;
grant select, insert, update (approved_by, approved_at, ended_at) on gate.recovery to schakel_gate;
grant select, insert, delete on gate.handshake, gate.provider_logout to schakel_gate;

revoke execute on function gate.four_eyes, gate.part_in, gate.end_access, gate.give_card, gate.unlock_card, gate.card_of from public;
grant execute on function gate.end_access, gate.give_card, gate.unlock_card, gate.card_of to schakel_casework;
alter function gate.four_eyes owner to schakel_guard;
alter function gate.part_in owner to schakel_guard;
alter function gate.end_access owner to schakel_guard;
alter function gate.give_card owner to schakel_guard;
alter function gate.unlock_card owner to schakel_guard;
alter function gate.card_of owner to schakel_guard;
revoke create on schema gate from schakel_guard;
