create schema identity;
grant usage on schema identity to schakel_desk;

create table identity.person (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name = btrim(name) and name <> ''),
  demonstration boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table identity.person is 'Someone who works with Schakel.';
comment on column identity.person.demonstration is 'Invented, for the demonstration: may be signed in as without proof, and only there.';

create table identity.role (
  municipality text not null,
  person_id uuid not null references identity.person (id),
  role text not null check (role in ('clerk', 'councillor', 'portfolio-holder', 'policy-officer')),
  granted_at timestamptz not null default now(),
  ended_at timestamptz,
  check (ended_at >= granted_at)
);
comment on table identity.role is 'What a person is at which municipality, from when to when.';
create unique index role_held_once on identity.role (municipality, person_id, role) where ended_at is null;
create index role_by_person on identity.role (person_id);

create table identity.session (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references identity.person (id),
  municipality text not null,
  role text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  check (expires_at > created_at)
);
comment on table identity.session is 'A signed-in browser, at one desk in one role.';
comment on column identity.session.token_hash is 'SHA-256 of the token in the cookie: whoever reads this table cannot sign in with it.';
create index session_by_person on identity.session (person_id);
create index session_by_expiry on identity.session (expires_at);

grant select, insert, update on identity.person, identity.role, identity.session to schakel_desk;
grant delete on identity.session to schakel_desk;
