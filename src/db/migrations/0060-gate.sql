-- Who signs in at the confidential side. Who acts is found from the token of the session, inside the database, by functions that belong
-- to a role nobody signs in as.

create schema gate;
grant usage on schema meta, gate to schakel_guard, schakel_gate, schakel_casework, schakel_partner, schakel_survivor, schakel_counts, schakel_keeper;
grant create on schema gate to schakel_guard;
grant select on meta.installation to schakel_gate, schakel_casework, schakel_partner, schakel_survivor, schakel_counts, schakel_keeper;

create table gate.organisation (
  id uuid primary key default gen_random_uuid(),
  municipality text not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('shelter', 'housing-corporation', 'school', 'employer', 'debt-counsellor', 'police', 'care', 'legal', 'other')),
  ended_at timestamptz
);
comment on table gate.organisation is 'A chain partner: an organisation that something of a case may be shared with.';

create table gate.account (
  id uuid primary key default gen_random_uuid(),
  municipality text not null,
  kind text not null check (kind in ('staff', 'partner', 'survivor')),
  name text check (name <> ''),
  organisation_id uuid references gate.organisation,
  trajectory_id bigint,
  issuer text,
  subject text,
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (issuer, subject),
  check ((kind = 'survivor') = (name is null)),
  check ((kind = 'partner') = (organisation_id is not null)),
  check ((kind = 'survivor') = (trajectory_id is not null)),
  check ((issuer is null) = (subject is null))
);
comment on table gate.account is 'Someone who can sign in at the confidential side. The account of a person whose case it is bears no name.';
comment on column gate.account.issuer is 'The provider that vouches for them, with its identifier of them in subject.';
create unique index account_of_trajectory on gate.account (trajectory_id) where ended_at is null and trajectory_id is not null;
create index account_by_organisation on gate.account (organisation_id) where organisation_id is not null;

create table gate.role (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references gate.account,
  role text not null check (role in ('care-coordinator', 'care-worker', 'privacy-officer', 'administrator')),
  proposed_by uuid references gate.account,
  proposed_at timestamptz not null,
  approved_by uuid references gate.account,
  approved_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references gate.account,
  check (approved_by <> proposed_by),
  check (approved_by <> account_id),
  check (approved_by is null or approved_at is not null)
);
comment on table gate.role is 'What staff may be. A role holds once a second person approved it; those of the first administrators come from the command line.';
comment on column gate.role.proposed_by is 'Null: the command line, or claims of the provider.';
create unique index role_once on gate.role (account_id, role) where ended_at is null;

create table gate.session (
  token_hash bytea primary key check (length(token_hash) = 32),
  id uuid not null unique default gen_random_uuid(),
  account_id uuid not null references gate.account,
  method text not null check (method in ('demo', 'oidc', 'passkey', 'card')),
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  idle interval not null check (idle > interval '0'),
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_because text,
  provider_session text,
  device text,
  check (expires_at > opened_at)
);
comment on table gate.session is 'A signed-in browser at the confidential side.';
comment on column gate.session.token_hash is 'SHA-256 of the token in the cookie.';
comment on column gate.session.idle is 'How long it may go unused.';
comment on column gate.session.provider_session is 'The sid of the provider, for its back-channel logout.';
create index session_by_account on gate.session (account_id);

create function gate.actor() returns uuid language sql stable security definer set search_path = '' as $$
  select account.id
  from gate.session session
  join gate.account account on account.id = session.account_id and account.ended_at is null
  where session.token_hash = sha256(convert_to(nullif(current_setting('schakel.token', true), ''), 'UTF8'))
    and session.ended_at is null
    and session.expires_at > (select meta.clock())
    and session.seen_at + session.idle > (select meta.clock())
$$;
comment on function gate.actor is 'Who acts: the holder of the live session whose token the transaction was given; null when there is none.';

create function gate.municipality() returns text language sql stable security definer set search_path = '' as
$$ select municipality from gate.account where id = (select gate.actor()) $$;

create function gate.holds(roles text[]) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select from gate.role
    where account_id = (select gate.actor()) and role = any(roles) and approved_at <= (select meta.clock()) and ended_at is null
  )
$$;
comment on function gate.holds is 'Whether the actor holds one of these roles, approved and not ended.';

alter table gate.organisation enable row level security;
alter table gate.organisation force row level security;
alter table gate.account enable row level security;
alter table gate.account force row level security;
create policy gate_all on gate.organisation to schakel_gate using (true) with check (true);
create policy guard_reads on gate.organisation for select to schakel_guard using (true);
create policy same_municipality on gate.organisation for select to schakel_casework, schakel_survivor
  using (municipality = (select gate.municipality()));
create policy own_organisation on gate.organisation for select to schakel_partner
  using (id = (select organisation_id from gate.account where id = (select gate.actor())));
create policy gate_all on gate.account to schakel_gate using (true) with check (true);
create policy guard_reads on gate.account for select to schakel_guard using (true);
create policy keeper_reads on gate.account for select to schakel_keeper using (true);
create policy colleagues on gate.account for select to schakel_casework, schakel_survivor
  using (kind <> 'survivor' and municipality = (select gate.municipality()));
create policy survivor_self on gate.account for select to schakel_survivor using (id = (select gate.actor()));
create policy casework_survivors on gate.account for select to schakel_casework
  using (kind = 'survivor' and municipality = (select gate.municipality()));
create policy self on gate.account for select to schakel_partner using (id = (select gate.actor()));

grant select, insert, update on gate.organisation, gate.account, gate.role, gate.session to schakel_gate;
grant delete on gate.session to schakel_gate;
grant select on gate.organisation, gate.account, gate.role, gate.session to schakel_guard;
grant select on gate.organisation to schakel_casework, schakel_survivor, schakel_partner;
grant select (id, municipality, kind, name, organisation_id, trajectory_id, ended_at) on gate.account
  to schakel_casework, schakel_survivor, schakel_partner, schakel_keeper;
grant select (account_id, role, approved_at, ended_at) on gate.role to schakel_casework, schakel_keeper;

create table gate.office (municipality text primary key, name text not null check (name <> ''), key_id uuid not null default gen_random_uuid());
comment on table gate.office is 'A municipality that gives care, and its own data key for what belongs to no single person.';
grant select, insert on gate.office to schakel_gate;
grant select on gate.office to schakel_casework, schakel_partner, schakel_survivor, schakel_keeper;

revoke execute on all functions in schema gate from public;
grant execute on function gate.actor, gate.municipality, gate.holds to
  schakel_guard, schakel_gate, schakel_casework, schakel_partner, schakel_survivor, schakel_counts, schakel_keeper;
alter function gate.actor owner to schakel_guard;
alter function gate.municipality owner to schakel_guard;
alter function gate.holds owner to schakel_guard;
revoke create on schema gate from schakel_guard;
